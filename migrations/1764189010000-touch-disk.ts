import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A heartbeat rewrites its row in the room that its page has, so it went well on a full disk. This takes a new page of
 * the same disk, which is given back when the transaction ends. As whoever calls it, for the table is the session's own;
 * whoever may make none finds nothing out. Dropped at once: one that a session keeps holds up the vacuum of the database.
 */
const create = `
create function touch_disk() returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  create temporary table disk_touch (page int) on commit drop;
  insert into pg_temp.disk_touch values (1);
exception when insufficient_privilege then
  null;
end $$;
`;

export class TouchDisk1764189010000 implements MigrationInterface {
  readonly name = "TouchDisk1764189010000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(create);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function touch_disk()");
  }
}
