import type { MigrationInterface, QueryRunner } from "typeorm";

const tables = ["label_purchase", "purchased_package", "tracker", "document_upload", "spend_counter", "carrier_token"];

/** As for the invariants: the owner alone sees across tenants, for reading, and only while it says so. */
const policies = tables.map(
  (table) => `create policy ${table}_seen_by_monitoring on ${table} for select to current_user
    using (current_setting('app.monitoring', true) = 'on')`,
);

/** What is counted every few seconds must not be looked for in whole tables. */
const indexes = [
  "create index document_upload_open on document_upload (started_at) where state = 'PENDING'",
  "create index spend_counter_of_day on spend_counter (starts_at) where period = 'DAY' and spender = '*'",
];

/**
 * Numbers of all tenants together for whoever runs the servers, in one statement: never a tenant, an id or a text of
 * somebody's. Each count ends at 100,000 rows.
 */
const snapshot = `
create function monitoring_snapshot() returns table (metric text, labels jsonb, value double precision)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.monitoring', 'on', true);
  return query
    with open_purchase as materialized (
      select each.state, each.unwanted_bookings <> '[]' as is_unwanted,
             extract(epoch from now() - each.started_at)::double precision as age
        from label_purchase each
       where each.state in ('PENDING', 'UNKNOWN') or each.unwanted_bookings <> '[]' limit 100000
    ), due_purchase as materialized (
      select extract(epoch from now() - each.next_check_at)::double precision as lag, case
          when each.state in ('PENDING', 'UNKNOWN') then 'purchase'
          when each.unwanted_bookings <> '[]' or exists (
            select from purchased_package pkg where pkg.tenant_id = each.tenant_id and pkg.purchase_id = each.id
               and pkg.void_state = 'VOID_PENDING') then 'void'
          else 'completion' end as queue
        from label_purchase each where each.next_check_at <= now() limit 100000
    ), due_tracker as materialized (
      select extract(epoch from now() - each.next_check_at)::double precision as lag
        from tracker each where each.next_check_at <= now() limit 100000
    ), due as (
      select queue, lag from due_purchase union all select 'tracker', lag from due_tracker
    ), open_upload as materialized (
      select extract(epoch from now() - each.started_at)::double precision as age
        from document_upload each where each.state = 'PENDING' limit 100000
    )
    select 'purchases.open', jsonb_build_object('state', purchase.state, 'age', case
             when age < 60 then '0-1m' when age < 300 then '1-5m' when age < 900 then '5-15m'
             when age < 3600 then '15-60m' when age < 14400 then '1-4h' else '4h+' end), count(*)::double precision
      from open_purchase purchase where purchase.state in ('PENDING', 'UNKNOWN') group by 2
    union all select 'purchases.oldest', jsonb_build_object('state', purchase.state), max(age)
      from open_purchase purchase where purchase.state in ('PENDING', 'UNKNOWN') group by 2
    union all select 'purchases.unwanted', '{}', count(*) from open_purchase where is_unwanted
    union all select 'work.due', jsonb_build_object('queue', queue), count(*) from due group by queue
    union all select 'work.lag', jsonb_build_object('queue', queue), max(lag) from due group by queue
    union all select 'uploads.open', '{}', count(*) from open_upload
    union all select 'uploads.oldest', '{}', coalesce(max(age), 0) from open_upload
    union all select 'spend', jsonb_build_object('unit', unit), sum(used)::double precision from spend_counter
      where period = 'DAY' and spender = '*'
        and starts_at = date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' group by unit
    union all select 'tokens', jsonb_build_object('state',
        case when leased_until > now() then 'LEASED' when expires_at > now() then 'FRESH' else 'NONE' end), count(*)
      from carrier_token group by 2
    union all select 'servers.alive', '{}', count(*) from server_heartbeat where beaten_at > now() - interval '1 minute'
    union all select 'replication.synchronous', '{}',
      (current_setting('synchronous_standby_names') <> '' and current_setting('synchronous_commit') not in ('off', 'local'))::integer
    union all select 'replication.standbys', '{}', count(*) from pg_stat_replication;
  perform set_config('app.monitoring', '', true);
end $$;
revoke all on function monitoring_snapshot() from public;
grant execute on function monitoring_snapshot() to shipping_sweeper;
`;

export class TellMonitoring1764189000000 implements MigrationInterface {
  readonly name = "TellMonitoring1764189000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...policies, ...indexes, snapshot]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function monitoring_snapshot()");
    await runner.query("drop index document_upload_open; drop index spend_counter_of_day");
    for (const table of tables) await runner.query(`drop policy ${table}_seen_by_monitoring on ${table}`);
  }
}
