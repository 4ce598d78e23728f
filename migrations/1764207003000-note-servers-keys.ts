import type { MigrationInterface, QueryRunner } from "typeorm";

/** The ids of the keys that each running server has, in its order: no key is taken out, or used, that one lacks. */
const create = `
create table server_key (
  instance_id uuid primary key,
  key_ids text[] not null,
  seen_at timestamptz(3) not null
);
create function note_server_keys(instance uuid, ids text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from server_key each where each.instance_id = instance or each.seen_at < now() - interval '10 minutes';
  if ids is not null then insert into server_key values (instance, ids, now()) on conflict do nothing; end if;
end $$;
revoke all on function note_server_keys(uuid, text[]) from public;
grant execute on function note_server_keys(uuid, text[]) to shipping_sweeper;
create function server_keys() returns table (key_ids text[], servers integer)
  language sql security definer set search_path = public, pg_temp as $$
    select each.key_ids, count(*)::integer from server_key each
     where each.seen_at > now() - interval '3 minutes' group by each.key_ids
  $$;
revoke all on function server_keys() from public;
grant execute on function server_keys() to shipping_sweeper;
`;

export class NoteServersKeys1764207003000 implements MigrationInterface {
  readonly name = "NoteServersKeys1764207003000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(create);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function server_keys();
      drop function note_server_keys(uuid, text[]);
      drop table server_key;
    `);
  }
}
