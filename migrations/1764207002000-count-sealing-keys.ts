import type { MigrationInterface, QueryRunner } from "typeorm";

const tables = ["carrier_account_credential", "carrier_token"];

const policies = tables.map(
  (table) => `create policy ${table}_seen_by_sweep on ${table} for select to current_user
    using (current_setting('app.sweep', true) = 'on')`,
);

/**
 * How many sealed values of a column there are under each key, of all tenants: the ids of keys stand in front of what is
 * sealed, unencrypted. Of columns for sealed values alone; `?`: it has no form that is known.
 */
const count = `
create function count_sealing_keys(of_table text, of_column text) returns table (key_id text, sealed bigint)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if of_column not like 'sealed\\_%' then raise exception '% holds nothing that is sealed', of_column; end if;
  perform set_config('app.sweep', 'on', true);
  return query execute format('select case when get_byte(%1$I, 0) = 1
      then encode(substring(%1$I from 4 for get_byte(%1$I, 1)), ''escape'') else ''?'' end, count(*)
    from %2$I where %1$I is not null group by 1', of_column, of_table);
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function count_sealing_keys(text, text) from public;
grant execute on function count_sealing_keys(text, text) to shipping_sweeper;
`;

export class CountSealingKeys1764207002000 implements MigrationInterface {
  readonly name = "CountSealingKeys1764207002000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...policies, count]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function count_sealing_keys(text, text)");
    for (const table of tables) await runner.query(`drop policy ${table}_seen_by_sweep on ${table}`);
  }
}
