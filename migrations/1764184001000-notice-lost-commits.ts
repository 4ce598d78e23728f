import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Which database this is, as last noted, and the periods in which it may have lost its newest commits: after a failover
 * to a standby that lagged, or a restore, a claim that it does not know may have been made all the same. `beat` counts on
 * with every note; a server that has seen a higher one knows that the database went back.
 */
const tables = `
create table ledger_state (
  is_only boolean primary key default true,
  timeline text,
  cluster text,
  purchase_table oid,
  beat bigint not null default 0,
  beaten_at timestamptz(3) not null default now(),
  is_synchronous boolean not null default false,
  stopped_at timestamptz(3),
  constraint ledger_state_is_only check (is_only)
);
insert into ledger_state default values;

create table doubtful_period (
  id bigint generated always as identity primary key,
  reason text not null,
  lost_since timestamptz(3) not null,
  began_at timestamptz(3) not null default clock_timestamp(),
  ends_at timestamptz(3) not null,
  constraint doubtful_period_reason_known check (reason in ('FAILOVER', 'RESTORED', 'WENT_BACK', 'NO_BEAT', 'OPERATOR'))
);
create index doubtful_period_by_end on doubtful_period (ends_at);
`;

/**
 * The timeline is that of what is written now: after a promotion the control file still tells the old one until the next
 * checkpoint. Where a service does not tell it, or not the cluster's number, that sign is not looked at.
 */
const signs = `
create function ledger_timeline() returns text language plpgsql as $$
begin
  return left(pg_walfile_name(pg_current_wal_lsn()), 8);
exception when others then
  return null;
end $$;

create function ledger_cluster() returns text language plpgsql as $$
begin
  return (select system_identifier::text from pg_control_system());
exception when others then
  return null;
end $$;

create function ledger_is_synchronous() returns boolean language sql stable as $$
  select current_setting('synchronous_standby_names') !~* '^\\s*(any\\y.*)?$'
     and current_setting('synchronous_commit') not in ('off', 'local')
$$;

create function loss_reason(known ledger_state, seen_beat bigint) returns text language sql stable as $$
  select case
    when known.purchase_table <> 'label_purchase'::regclass::oid then 'RESTORED'
    when known.timeline <> ledger_timeline() then 'FAILOVER'
    when known.beat < seen_beat then 'WENT_BACK'
  end
$$;
`;

/**
 * A failover within a minute from a primary that waited for its standby has lost nothing that was acknowledged. A primary
 * that waits for any of several (ANY) counts as one that does not: which of them is promoted is not known here.
 */
const notice = `
create function open_doubt(why text, since timestamptz, period_seconds integer) returns void language sql as $$
  insert into doubtful_period (reason, lost_since, ends_at)
  values (why, since, clock_timestamp() + make_interval(secs => period_seconds))
$$;

create function notice_loss(seen_beat bigint, period_seconds integer) returns void language plpgsql as $$
declare
  known ledger_state;
  reason text;
begin
  select * into known from ledger_state;
  if loss_reason(known, seen_beat) is null then
    return;
  end if;
  -- Whoever comes at the same moment waits here, and finds it noted.
  select * into known from ledger_state for update;
  reason := loss_reason(known, seen_beat);
  if reason is null then
    return;
  end if;
  if reason <> 'FAILOVER' or not known.is_synchronous or known.beat < seen_beat
     or known.beaten_at < now() - interval '1 minute' then
    perform open_doubt(reason, known.beaten_at, period_seconds);
  end if;
  update ledger_state set timeline = ledger_timeline(), purchase_table = 'label_purchase'::regclass::oid,
    beat = greatest(beat, seen_beat);
end $$;

create function note_ledger(seen_beat bigint, period_seconds integer, is_start boolean)
  returns table (beat bigint, period_id bigint, reason text, lost_since timestamptz, ends_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  known ledger_state;
  noted bigint;
begin
  perform notice_loss(seen_beat, period_seconds);
  if is_start then
    select * into known from ledger_state for update;
    if known.cluster <> ledger_cluster() then
      perform open_doubt('RESTORED', known.beaten_at, period_seconds);
    elsif known.beat > 0 and known.stopped_at is null and known.beaten_at < now() - interval '10 minutes' then
      perform open_doubt('NO_BEAT', known.beaten_at, period_seconds);
    end if;
  end if;
  update ledger_state s set beat = s.beat + 1, beaten_at = clock_timestamp(), stopped_at = null,
    timeline = coalesce(s.timeline, ledger_timeline()),
    purchase_table = coalesce(s.purchase_table, 'label_purchase'::regclass::oid),
    cluster = case when is_start or s.cluster is null then ledger_cluster() else s.cluster end,
    is_synchronous = ledger_is_synchronous()
  returning s.beat into noted;
  return query select noted, p.id, p.reason, p.lost_since, p.ends_at
    from (select 1) one left join lateral (
      select d.* from doubtful_period d where d.ends_at > now() order by d.id desc limit 1) p on true;
end $$;

create function note_ledger_stopped() returns void
  language sql security definer set search_path = public, pg_temp as $$
  update ledger_state set stopped_at = now()
$$;

create function doubt_of_claims(seen_beat bigint, period_seconds integer)
  returns table (age_seconds double precision, lost_since timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform notice_loss(seen_beat, period_seconds);
  return query select extract(epoch from clock_timestamp() - max(d.began_at))::double precision, min(d.lost_since)
    from doubtful_period d where d.ends_at > now() having count(*) > 0;
end $$;

revoke all on function note_ledger(bigint, integer, boolean) from public;
grant execute on function note_ledger(bigint, integer, boolean) to shipping_sweeper;
revoke all on function note_ledger_stopped() from public;
grant execute on function note_ledger_stopped() to shipping_sweeper;
revoke all on function doubt_of_claims(bigint, integer) from public;
grant execute on function doubt_of_claims(bigint, integer) to shipping_app;
`;

export class NoticeLostCommits1764184001000 implements MigrationInterface {
  readonly name = "NoticeLostCommits1764184001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(signs);
    await runner.query(notice);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function doubt_of_claims(bigint, integer);
      drop function note_ledger_stopped();
      drop function note_ledger(bigint, integer, boolean);
      drop function notice_loss(bigint, integer);
      drop function open_doubt(text, timestamptz, integer);
      drop function loss_reason(ledger_state, bigint);
      drop function ledger_is_synchronous();
      drop function ledger_cluster();
      drop function ledger_timeline();
      drop table doubtful_period;
      drop table ledger_state;
    `);
  }
}
