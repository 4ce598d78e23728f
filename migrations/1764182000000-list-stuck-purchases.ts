import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What is open in all tenants, for whoever runs the service: ids, states and times, nothing of people. Oldest first, after
 * a place in that order. Called as the sweeper; the owner sees through the sweep's policies, and only inside the function.
 */
const list = `
create policy carrier_account_seen_by_sweep on carrier_account for select to current_user
  using (current_setting('app.sweep', true) = 'on');
create function stuck_purchases(older_than_seconds integer, at_most integer, after_started_at timestamptz, after_id text)
  returns table (tenant_id uuid, id text, state text, started_at timestamptz, sent_at timestamptz,
    carrier_reference text, carrier_code text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.sweep', 'on', true);
  return query
    select p.tenant_id, p.id, p.state, p.started_at, p.sent_at, p.carrier_reference, a.carrier_code
      from label_purchase p
      join carrier_account a on a.tenant_id = p.tenant_id and a.id = p.account_id
     where (p.state in ('PENDING', 'UNKNOWN') or p.unwanted_bookings <> '[]')
       and (p.state <> 'PENDING' or p.started_at < now() - make_interval(secs => older_than_seconds))
       and (after_started_at is null or (p.started_at, p.id) > (after_started_at, after_id))
     order by p.started_at, p.id limit at_most;
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function stuck_purchases(integer, integer, timestamptz, text) from public;
grant execute on function stuck_purchases(integer, integer, timestamptz, text) to shipping_sweeper;
`;

export class ListStuckPurchases1764182000000 implements MigrationInterface {
  readonly name = "ListStuckPurchases1764182000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(list);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function stuck_purchases(integer, integer, timestamptz, text);
      drop policy carrier_account_seen_by_sweep on carrier_account;
    `);
  }
}
