import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Takes due rows, tenant by tenant and of a tenant account by account: the tenant with the fewest rows under way first, then
 * of each its first account, then of each its second, so that neither many rows nor many accounts of one tenant keep
 * another waiting. Of one tenant no more than leaves room: with what it has under way at most `times_free` times
 * what is free then, or one where it has none. `at_most` is what is free now. The rest is as it was.
 */
const takeByTenant = ({ table, name, more, allowance, change }: Record<string, string>) => `
create function ${name}(at_most integer, for_seconds integer, per_account integer, accounts text[], free integer[],
    busy integer[]${more}, times_free integer)
  returns table (tenant_id uuid, id text, taken_until timestamptz, account_id text)
  language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  waiting record;
  share integer;
  taken integer;
  room integer := at_most;
  left_of jsonb := '{}';
  tenant_left integer;
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
    ), known as (
      select account.tenant_id, account.account_id, coalesce(narrow.free, per_account) as free,
          coalesce(narrow.busy, 0) as busy,
          (sum(coalesce(narrow.busy, 0)) over (partition by account.tenant_id))::integer as held
        from account
        left join unnest(accounts, free, busy) as narrow (account_id, free, busy) on narrow.account_id = account.account_id
    ), able as (
      select known.*, oldest.check_rank, oldest.next_check_at,
          count(*) over (partition by known.tenant_id) as accounts,
          row_number() over (partition by known.tenant_id
            order by known.busy, oldest.check_rank, oldest.next_check_at) as turn,
          dense_rank() over (order by known.tenant_id) as place
        from known
        cross join lateral (
          select first.check_rank, first.next_check_at from generate_series(0, 3) as rank cross join lateral (
            select each.check_rank, each.next_check_at from ${table} each
             where each.tenant_id = known.tenant_id and each.account_id = known.account_id
               and each.check_rank = rank and each.next_check_at <= now()
             order by each.next_check_at limit 1) first
           order by first.check_rank limit 1) oldest
       where known.free > 0
    )
    select able.tenant_id, able.account_id, able.free, able.held, able.accounts, max(able.place) over () as tenants
      from able
     order by able.held, able.turn, able.check_rank, able.next_check_at
  loop
    tenant_left := coalesce((left_of ->> waiting.tenant_id::text)::integer,
      greatest((times_free * at_most - waiting.held) / (times_free + 1), case when waiting.held = 0 then 1 else 0 end));
    share := least(waiting.free, greatest(1, at_most / waiting.tenants / waiting.accounts), room, tenant_left);${allowance}
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
    left_of := left_of || jsonb_build_object(waiting.tenant_id::text, tenant_left - taken);
    exit when room <= 0;
  end loop;
  perform set_config('app.sweep', '', true);
end $$;
`;

const purchases = {
  ...{ table: "label_purchase", name: "take_due_label_purchases", more: "", allowance: "", change: "" },
  signature: "integer, integer, integer, text[], integer[], integer[], integer",
};

const trackers = {
  ...{ table: "tracker", name: "take_due_trackers", more: ", calls_per_minute integer", change: ", asked_at = now()" },
  allowance: `
    continue when not pg_try_advisory_xact_lock(hashtextextended('take_due_trackers ' || waiting.account_id, 0));
    share := least(share, calls_per_minute - (select count(*) from tracker asked
      where asked.tenant_id = waiting.tenant_id and asked.account_id = waiting.account_id
        and asked.asked_at > now() - interval '1 minute'));`,
  signature: "integer, integer, integer, text[], integer[], integer[], integer, integer",
};

/** Those of the version before stay for its servers: they have other arguments. */
export class TakeDueByTenant1764202000000 implements MigrationInterface {
  readonly name = "TakeDueByTenant1764202000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const sweep of [purchases, trackers]) {
      await runner.query(takeByTenant(sweep));
      await runner.query(`
        revoke all on function ${sweep.name}(${sweep.signature}) from public;
        grant execute on function ${sweep.name}(${sweep.signature}) to shipping_sweeper;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, signature } of [purchases, trackers]) await runner.query(`drop function ${name}(${signature})`);
  }
}
