import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * One row for each server; a server that is gone keeps its last beat for a day. Only by writing is known that writing
 * works: a standby, a full disk and a lost quorum of synchronous standbys all still read. The server's login calls the
 * function itself, outside a transaction and a role, so that a beat is one statement; it can do no more by it.
 */
const create = `
create table server_heartbeat (
  instance_id uuid primary key,
  beaten_at timestamptz(3) not null
);
create function beat_heart(instance uuid, newest_migration text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into server_heartbeat (instance_id, beaten_at) values (instance, now())
    on conflict (instance_id) do update set beaten_at = excluded.beaten_at;
  delete from server_heartbeat where beaten_at < now() - interval '1 day';
  return exists (select from schema_migration where name = newest_migration);
end $$;
`;

export class BeatHeart1764180000000 implements MigrationInterface {
  readonly name = "BeatHeart1764180000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(create);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function beat_heart(uuid, text); drop table server_heartbeat");
  }
}
