import type { MigrationInterface, QueryRunner } from "typeorm";

/** Only the owner, who is bound by the forced policies too, may move due rows of any tenant, and only in a sweep. */
const policies = `
create policy label_purchase_taken_by_sweep on label_purchase for update to current_user
  using (current_setting('app.sweep', true) = 'on');
create policy tracker_taken_by_sweep on tracker for update to current_user
  using (current_setting('app.sweep', true) = 'on');
`;

/**
 * Takes the purchases that have been due longest: nobody else is given them before `taken_until`, so that what a dead
 * worker took is due again then. Waits for nobody.
 */
const takePurchases = `
create function take_due_label_purchases(at_most integer, for_seconds integer)
  returns table (tenant_id uuid, id text, taken_until timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.sweep', 'on', true);
  return query
    with due as materialized (
      select each.tenant_id, each.id from label_purchase each where each.next_check_at <= now()
       order by each.next_check_at limit at_most for no key update skip locked
    )
    update label_purchase taken set next_check_at = now() + make_interval(secs => for_seconds) from due
     where taken.tenant_id = due.tenant_id and taken.id = due.id
    returning taken.tenant_id, taken.id, taken.next_check_at;
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function take_due_label_purchases(integer, integer) from public;
grant execute on function take_due_label_purchases(integer, integer) to shipping_sweeper;
`;

/**
 * Takes the trackers of the accounts that have waited longest, `at_most` accounts: of each, oldest first, as many as it
 * may still be asked for this minute, whichever instance asked before. They form a queue: an account is asked for one
 * package after the other. One sweep at a time, or two would each count what is left of the same minute; the other
 * finds nothing.
 */
const takeTrackers = `
create function take_due_trackers(at_most integer, for_seconds integer, calls_per_minute integer)
  returns table (tenant_id uuid, id text, taken_until timestamptz, queue text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('take_due_trackers', 0)) then return; end if;
  perform set_config('app.sweep', 'on', true);
  return query
    with account as materialized (
      select waiting.tenant_id, waiting.account_id, allowance.calls
        from (select each.tenant_id, each.account_id, min(each.next_check_at) as since from tracker each
               where each.next_check_at <= now() group by each.tenant_id, each.account_id) waiting
        cross join lateral (
          select calls_per_minute - count(*) as calls from tracker asked
           where asked.tenant_id = waiting.tenant_id and asked.account_id = waiting.account_id
             and asked.asked_at > now() - interval '1 minute'
        ) allowance
       where allowance.calls > 0
       order by waiting.since limit at_most
    ), due as materialized (
      select each.tenant_id, each.id from account cross join lateral (
        select tracker.tenant_id, tracker.id from tracker
         where tracker.tenant_id = account.tenant_id and tracker.account_id = account.account_id
           and tracker.next_check_at <= now()
         order by tracker.next_check_at limit account.calls for no key update skip locked
      ) each
    )
    update tracker taken set next_check_at = now() + make_interval(secs => for_seconds), asked_at = now() from due
     where taken.tenant_id = due.tenant_id and taken.id = due.id
    returning taken.tenant_id, taken.id, taken.next_check_at, taken.account_id;
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function take_due_trackers(integer, integer, integer) from public;
grant execute on function take_due_trackers(integer, integer, integer) to shipping_sweeper;
`;

/** As they were: they showed what is due, and took nothing. */
const lookingSweeps = `
create function due_label_purchases(at_most integer) returns table (tenant_id uuid, id text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.sweep', 'on', true);
  return query select due.tenant_id, due.id from label_purchase due
    where due.next_check_at <= now() order by due.next_check_at limit at_most;
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function due_label_purchases(integer) from public;
grant execute on function due_label_purchases(integer) to shipping_sweeper;
create function due_trackers(at_most integer, per_account integer)
  returns table (tenant_id uuid, account_id text, id text)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.sweep', 'on', true);
  return query
    select account.tenant_id, account.account_id, due.id
      from (select distinct each.tenant_id, each.account_id from tracker each where each.next_check_at <= now()) account
      cross join lateral (
        select greatest(0, per_account - count(*)) as calls from tracker asked
         where asked.tenant_id = account.tenant_id and asked.account_id = account.account_id
           and asked.asked_at > now() - interval '1 minute'
      ) allowance
      cross join lateral (
        select each.id, each.next_check_at, row_number() over (order by each.next_check_at) as turn from tracker each
         where each.tenant_id = account.tenant_id and each.account_id = account.account_id
           and each.next_check_at <= now()
         order by each.next_check_at limit allowance.calls
      ) due
     order by due.turn, due.next_check_at limit at_most;
  perform set_config('app.sweep', '', true);
end $$;
revoke all on function due_trackers(integer, integer) from public;
grant execute on function due_trackers(integer, integer) to shipping_sweeper;
`;

export class TakeWhatIsDue1763950000000 implements MigrationInterface {
  readonly name = "TakeWhatIsDue1763950000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policies);
    await runner.query(takePurchases);
    await runner.query(takeTrackers);
    await runner.query("drop function due_label_purchases(integer); drop function due_trackers(integer, integer)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function take_due_label_purchases(integer, integer);
      drop function take_due_trackers(integer, integer, integer);
      drop policy label_purchase_taken_by_sweep on label_purchase;
      drop policy tracker_taken_by_sweep on tracker;
    `);
    await runner.query(lookingSweeps);
  }
}
