import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A carrier reference is one purchase's of all tenants: several may ship with one account, and what is found under it is
 * theirs whose reference it is. Whoever derives one is told whether it is taken, and not by whom.
 */
const up = `
create index label_purchase_by_carrier_reference on label_purchase (carrier_reference);
create function taken_references(wanted text[]) returns table (reference text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.sweep', 'on', true);
  return query select p.carrier_reference from label_purchase p where p.carrier_reference = any(wanted);
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function taken_references(text[]) from public;
grant execute on function taken_references(text[]) to shipping_app;
`;

const down = `
drop function taken_references(text[]);
drop index label_purchase_by_carrier_reference;
`;

export class ReferOnceOfAllTenants1764184003000 implements MigrationInterface {
  readonly name = "ReferOnceOfAllTenants1764184003000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
