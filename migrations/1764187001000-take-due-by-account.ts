import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * How urgent a look is, 0 first. Of purchases: what is open, then voids, returns and labels, then prices, then what most
 * likely never was. Of packages: those near delivery, those under way, those of which nothing is heard. Kept by the
 * database, so that whoever changes a row need not think of it.
 */
const ranks = `
alter table label_purchase add column check_rank smallint not null default 1;
create function rank_label_purchase() returns trigger language plpgsql as $$
begin
  new.check_rank := case
    when new.state in ('PENDING', 'UNKNOWN') then 0
    when new.unwanted_bookings <> '[]' or (new.void_reason_at is not null and new.voided_at is null) then 1
    when new.state = 'PURCHASED' and new.charges_amount is null and new.charges_are_estimated then 2
    when new.state = 'NOT_CREATED' then 3
    else 1 end;
  return new;
end $$;
create trigger label_purchase_rank before insert or update on label_purchase
  for each row execute function rank_label_purchase();

alter table tracker add column check_rank smallint not null default 2;
create function rank_tracker() returns trigger language plpgsql as $$
begin
  new.check_rank := case
    when new.status = 'OUT_FOR_DELIVERY' then 0
    when new.status in ('UNKNOWN', 'LABEL_CREATED') then 2
    else 1 end;
  return new;
end $$;
create trigger tracker_rank before insert or update on tracker for each row execute function rank_tracker();
`;

/** The triggers give the ranks. */
const backfill = (table: string) => `
alter table ${table} no force row level security;
update ${table} set check_rank = check_rank where next_check_at is not null;
alter table ${table} force row level security;
`;

const indexes = `
create index label_purchase_due_by_rank on label_purchase (tenant_id, account_id, check_rank, next_check_at)
  where next_check_at is not null;
create index tracker_due_by_rank on tracker (tenant_id, account_id, check_rank, next_check_at)
  where next_check_at is not null;
drop index tracker_due_of_account;
`;

/**
 * Takes due rows, account by account: those with the fewest rows under way first, so that one account's backlog keeps no
 * other waiting; of each the most urgent, then the oldest. `accounts`, `free` and `busy` say of accounts that the
 * caller knows how many more rows it takes, and how many it works at; of others it takes `per_account`. Each account's
 * first due row is found by the index, so the statement costs as little with many rows due as with few.
 */
const takeByAccount = ({ table, name, more, allowance, change }: Record<string, string>) => `
create function ${name}(at_most integer, for_seconds integer, per_account integer, accounts text[], free integer[],
    busy integer[]${more})
  returns table (tenant_id uuid, id text, taken_until timestamptz, account_id text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  waiting record;
  share integer;
  taken integer;
  room integer := at_most;
begin
  perform set_config('app.sweep', 'on', true);
  for waiting in
    with recursive account as (
      (select each.tenant_id, each.account_id from ${table} each where each.next_check_at is not null
        order by each.tenant_id, each.account_id limit 1)
      union all
      select next.tenant_id, next.account_id from account cross join lateral (
        select each.tenant_id, each.account_id from ${table} each where each.next_check_at is not null
           and (each.tenant_id, each.account_id) > (account.tenant_id, account.account_id)
         order by each.tenant_id, each.account_id limit 1) next
    )
    select account.tenant_id, account.account_id, coalesce(narrow.free, per_account) as free, count(*) over () as accounts
      from account
      left join unnest(accounts, free, busy) as narrow (account_id, free, busy) on narrow.account_id = account.account_id
      cross join lateral (
        select first.check_rank, first.next_check_at from generate_series(0, 3) as rank cross join lateral (
          select each.check_rank, each.next_check_at from ${table} each
           where each.tenant_id = account.tenant_id and each.account_id = account.account_id
             and each.check_rank = rank and each.next_check_at <= now()
           order by each.next_check_at limit 1) first
         order by first.check_rank limit 1) oldest
     where coalesce(narrow.free, per_account) > 0
     order by coalesce(narrow.busy, 0), oldest.check_rank, oldest.next_check_at
  loop
    share := least(waiting.free, greatest(1, at_most / waiting.accounts), room);${allowance}
    continue when share <= 0;
    return query
      with due as materialized (
        select each.tenant_id, each.id from generate_series(0, 3) as rank cross join lateral (
          select one.tenant_id, one.id, one.check_rank, one.next_check_at from ${table} one
           where one.tenant_id = waiting.tenant_id and one.account_id = waiting.account_id
             and one.check_rank = rank and one.next_check_at <= now()
           order by one.next_check_at limit share for no key update skip locked) each
         order by each.check_rank, each.next_check_at limit share
      )
      update ${table} mine set next_check_at = now() + make_interval(secs => for_seconds)${change} from due
       where mine.tenant_id = due.tenant_id and mine.id = due.id
      returning mine.tenant_id, mine.id, mine.next_check_at, mine.account_id;
    get diagnostics taken = row_count;
    room := room - taken;
    exit when room <= 0;
  end loop;
  perform set_config('app.sweep', '', true);
end $$;
`;

const purchases = {
  ...{ table: "label_purchase", name: "take_due_label_purchases", more: "", allowance: "", change: "" },
  signature: "integer, integer, integer, text[], integer[], integer[]",
};

/**
 * Of one account no more in a minute than `calls_per_minute`, whichever instance asked before: one sweep at a time, or two
 * would each count what is left of the same minute; the other passes the account over.
 */
const trackers = {
  ...{ table: "tracker", name: "take_due_trackers", more: ", calls_per_minute integer", change: ", asked_at = now()" },
  allowance: `
    continue when not pg_try_advisory_xact_lock(hashtextextended('take_due_trackers ' || waiting.account_id, 0));
    share := least(share, calls_per_minute - (select count(*) from tracker asked
      where asked.tenant_id = waiting.tenant_id and asked.account_id = waiting.account_id
        and asked.asked_at > now() - interval '1 minute'));`,
  signature: "integer, integer, integer, text[], integer[], integer[], integer",
};

/** Those of the version before stay for its servers: they have other arguments. */
export class TakeDueByAccount1764187001000 implements MigrationInterface {
  readonly name = "TakeDueByAccount1764187001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ranks);
    for (const table of ["label_purchase", "tracker"]) await runner.query(backfill(table));
    await runner.query(indexes);
    for (const sweep of [purchases, trackers]) {
      await runner.query(takeByAccount(sweep));
      await runner.query(`
        revoke all on function ${sweep.name}(${sweep.signature}) from public;
        grant execute on function ${sweep.name}(${sweep.signature}) to shipping_sweeper;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function take_due_label_purchases(${purchases.signature});
      drop function take_due_trackers(${trackers.signature});
      create index tracker_due_of_account on tracker (tenant_id, account_id, next_check_at) where next_check_at is not null;
      drop index tracker_due_by_rank;
      drop index label_purchase_due_by_rank;
      drop trigger tracker_rank on tracker;
      drop function rank_tracker();
      alter table tracker drop column check_rank;
      drop trigger label_purchase_rank on label_purchase;
      drop function rank_label_purchase();
      alter table label_purchase drop column check_rank;
    `);
  }
}
