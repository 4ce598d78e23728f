import type { MigrationInterface, QueryRunner } from "typeorm";

/** `next_check_at` null: closed, nobody asks by itself. `told_at` orders what has no instant by its local time. */
const tables = `
create table tracker (
  tenant_id uuid not null,
  id text not null,
  carrier_code text not null,
  tracking_number text not null,
  account_id text not null,
  purchased_package_id text,
  status text not null,
  estimated_delivery_date date,
  estimated_delivery_from text,
  estimated_delivery_until text,
  delivered_at timestamptz(3),
  received_by text,
  delivery_location text,
  last_checked_at timestamptz(3),
  asked_at timestamptz(3),
  next_check_at timestamptz(3),
  attempts integer not null default 0,
  closed_reason text,
  opened_at timestamptz(3) not null default now(),
  constraint tracker_pkey primary key (tenant_id, id),
  constraint tracker_tracking_number_unique unique (tenant_id, carrier_code, tracking_number),
  constraint tracker_carrier_code_fkey foreign key (carrier_code) references carrier (code),
  constraint tracker_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id),
  constraint tracker_purchased_package_id_fkey foreign key (tenant_id, purchased_package_id)
    references purchased_package (tenant_id, id),
  constraint tracker_status_known check (status in ('UNKNOWN', 'LABEL_CREATED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY',
    'AVAILABLE_FOR_PICKUP', 'DELIVERED', 'RETURNING', 'RETURNED', 'EXCEPTION', 'VOIDED')),
  constraint tracker_closed_reason_known check
    (closed_reason in ('DELIVERED', 'RETURNED', 'VOIDED', 'EXPIRED', 'REFUSED')),
  constraint tracker_closed_is_not_due check (closed_reason is null or next_check_at is null)
);
create index tracker_of_purchased_package on tracker (tenant_id, purchased_package_id);
create index tracker_of_account on tracker (tenant_id, account_id, asked_at);
create index tracker_due on tracker (next_check_at) where next_check_at is not null;
create index tracker_due_of_account on tracker (tenant_id, account_id, next_check_at) where next_check_at is not null;

create table tracking_event (
  tenant_id uuid not null,
  id text not null,
  tracker_id text not null,
  event_key text not null,
  status text not null,
  carrier_status_type text,
  carrier_status_code text,
  description text not null,
  occurred_at timestamptz(3),
  local_date date,
  local_time text,
  utc_offset text,
  city text,
  region text,
  country_code text,
  told_at timestamptz(3) not null,
  constraint tracking_event_pkey primary key (tenant_id, id),
  constraint tracking_event_once_per_tracker unique (tenant_id, tracker_id, event_key),
  constraint tracking_event_tracker_id_fkey foreign key (tenant_id, tracker_id) references tracker (tenant_id, id),
  constraint tracking_event_status_known check (status in ('UNKNOWN', 'LABEL_CREATED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY',
    'AVAILABLE_FOR_PICKUP', 'DELIVERED', 'RETURNING', 'RETURNED', 'EXCEPTION', 'VOIDED'))
);
`;

/**
 * Which trackers are due: of each account, oldest first, no more than it may still be asked this minute, whichever
 * instance asked before; accounts take turns, so that none with a backlog keeps another waiting. Only the owner, who is
 * bound by the forced policies too, sees through the policy.
 */
const sweep = `
create policy tracker_seen_by_sweep on tracker for select to current_user
  using (current_setting('app.sweep', true) = 'on');
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

const secure = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_of_tenant on ${table}
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on ${table} to shipping_app;
`;

export class CreateTracker1763890000000 implements MigrationInterface {
  readonly name = "CreateTracker1763890000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(secure("tracker") + secure("tracking_event"));
    await runner.query(sweep);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function due_trackers(integer, integer);
      drop table tracking_event;
      drop table tracker;
    `);
  }
}
