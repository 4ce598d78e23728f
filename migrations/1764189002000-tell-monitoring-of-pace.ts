import type { MigrationInterface, QueryRunner } from "typeorm";

const policy = `create policy carrier_call_budget_seen_by_monitoring on carrier_call_budget for select to current_user
  using (current_setting('app.monitoring', true) = 'on')`;

/** Of all apps together: how many accounts a carrier wants no calls of now, and the slowest pace of one that is in use. */
const pace = `
create function monitoring_pace() returns table (metric text, labels jsonb, value double precision)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.monitoring', 'on', true);
  return query
    select 'carrier.paused', '{}'::jsonb, count(*)::double precision
      from carrier_call_budget budget cross join lateral jsonb_each_text(budget.pauses) pause
     where pause.value::double precision > extract(epoch from now()) * 1000
    union all select 'carrier.pace', '{}', min(greatest(0.1, least(budget.rate, budget.limit_rate - budget.foreground)))
      from carrier_call_budget budget where budget.counted_at > now() - interval '1 minute' having count(*) > 0;
  perform set_config('app.monitoring', '', true);
end $$;
revoke all on function monitoring_pace() from public;
grant execute on function monitoring_pace() to shipping_sweeper;
`;

export class TellMonitoringOfPace1764189002000 implements MigrationInterface {
  readonly name = "TellMonitoringOfPace1764189002000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policy);
    await runner.query(pace);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function monitoring_pace()");
    await runner.query("drop policy carrier_call_budget_seen_by_monitoring on carrier_call_budget");
  }
}
