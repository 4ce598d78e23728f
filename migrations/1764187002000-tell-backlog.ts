import type { MigrationInterface, QueryRunner } from "typeorm";

/** When was last told that an account's work falls behind; no row: it does not. */
const table = `
create table work_backlog (
  tenant_id uuid not null,
  account_id text not null,
  kind text not null,
  told_at timestamptz(3) not null,
  constraint work_backlog_pkey primary key (tenant_id, account_id, kind),
  constraint work_backlog_kind_known check (kind in ('PURCHASE', 'TRACKER')),
  constraint work_backlog_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id)
);
alter table work_backlog enable row level security;
alter table work_backlog force row level security;
create policy work_backlog_of_tenant on work_backlog
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy work_backlog_told_by_sweep on work_backlog to current_user
  using (current_setting('app.sweep', true) = 'on') with check (current_setting('app.sweep', true) = 'on');
create policy carrier_call_budget_seen_by_sweep on carrier_call_budget for select to current_user
  using (current_setting('app.sweep', true) = 'on');
grant select, insert, update, delete on work_backlog to shipping_app;
`;

/** Accounts with rows due for longer than so many seconds: by the index, and no count goes beyond 100,000. */
const behind = (kind: string, dueRows: string, seconds: string) => `
  select '${kind}' as kind, account.tenant_id, account.account_id, oldest.next_check_at as since, counted.rows_due
    from ${kind.toLowerCase()}_account account cross join lateral (
      select min(first.next_check_at) as next_check_at from generate_series(0, 3) as rank cross join lateral (
        select each.next_check_at from ${dueRows} each
         where each.tenant_id = account.tenant_id and each.account_id = account.account_id
           and each.check_rank = rank and each.next_check_at is not null order by each.next_check_at limit 1) first
    ) oldest cross join lateral (
      select count(*)::integer as rows_due from (
        select from ${dueRows} each where each.tenant_id = account.tenant_id and each.account_id = account.account_id
           and each.next_check_at <= now() limit 100000) due
    ) counted
   where oldest.next_check_at < now() - make_interval(secs => ${seconds})`;

const accounts = (kind: string, dueRows: string) => `
  ${kind}_account as (
    (select each.tenant_id, each.account_id from ${dueRows} each where each.next_check_at is not null
      order by each.tenant_id, each.account_id limit 1)
    union all
    select next.tenant_id, next.account_id from ${kind}_account account cross join lateral (
      select each.tenant_id, each.account_id from ${dueRows} each where each.next_check_at is not null
         and (each.tenant_id, each.account_id) > (account.tenant_id, account.account_id)
       order by each.tenant_id, each.account_id limit 1) next
  )`;

/**
 * What is to be told now of work that falls behind, to one caller, and of the same account and kind again after
 * `every_seconds` at the earliest; `rows_due` 0: it has caught up.
 */
const tell = `
create function tell_backlog(purchase_seconds integer, tracker_seconds integer, every_seconds integer)
  returns table (tenant_id uuid, account_id text, kind text, rows_due integer, lag_seconds double precision,
    calls_per_second double precision)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('tell_backlog', 0)) then return; end if;
  perform set_config('app.sweep', 'on', true);
  return query
    with recursive ${accounts("purchase", "label_purchase")}, ${accounts("tracker", "tracker")},
    behind as materialized (
      ${behind("PURCHASE", "label_purchase", "purchase_seconds")}
      union all ${behind("TRACKER", "tracker", "tracker_seconds")}
    ), told as (
      insert into work_backlog as known (tenant_id, account_id, kind, told_at)
        select late.tenant_id, late.account_id, late.kind, now() from behind late
      on conflict on constraint work_backlog_pkey do update set told_at = now()
        where known.told_at <= now() - make_interval(secs => every_seconds)
      returning known.tenant_id, known.account_id, known.kind
    ), over as (
      delete from work_backlog known where known.told_at <= now() - make_interval(secs => every_seconds)
         and not exists (select from behind late where late.tenant_id = known.tenant_id
           and late.account_id = known.account_id and late.kind = known.kind)
      returning known.tenant_id, known.account_id, known.kind
    )
    select late.tenant_id, late.account_id, late.kind, late.rows_due,
           extract(epoch from now() - late.since)::double precision, budget.calls_per_second
      from behind late
      join told on told.tenant_id = late.tenant_id and told.account_id = late.account_id and told.kind = late.kind
      left join lateral (
        select greatest(0.1, least(each.rate, each.limit_rate - each.foreground)) as calls_per_second
          from carrier_call_budget each where each.tenant_id = late.tenant_id and each.pauses ? late.account_id
         order by each.counted_at desc limit 1
      ) budget on true
    union all
    select over.tenant_id, over.account_id, over.kind, 0, 0, null from over;
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function tell_backlog(integer, integer, integer) from public;
grant execute on function tell_backlog(integer, integer, integer) to shipping_sweeper;
`;

export class TellBacklog1764187002000 implements MigrationInterface {
  readonly name = "TellBacklog1764187002000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(tell);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function tell_backlog(integer, integer, integer);
      drop policy carrier_call_budget_seen_by_sweep on carrier_call_budget;
      drop table work_backlog;
    `);
  }
}
