import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Who changed what of a tenant. `kind` has no check: another version may know more of them. The server's role may read and
 * add, nothing else; the triggers refuse changes and deletions to everybody else too, but for what the owner's
 * `forget_audit_events` removes, which is for the job that keeps the periods of retention.
 */
const table = `
create table audit_event (
  tenant_id uuid not null,
  id text not null,
  kind text not null,
  actor_kind text not null,
  actor_subject text,
  actor_scopes text[] not null,
  target_id text,
  changes jsonb not null,
  occurred_at timestamptz(3) not null default now(),
  constraint audit_event_pkey primary key (tenant_id, id),
  constraint audit_event_actor_known check (actor_kind in ('TOKEN', 'OPERATOR', 'SYSTEM')),
  constraint audit_event_token_has_subject check ((actor_kind = 'TOKEN') = (actor_subject is not null))
);
create index audit_event_by_occurred_at on audit_event (tenant_id, occurred_at, id);
create index audit_event_by_kind on audit_event (tenant_id, kind, occurred_at, id);
create index audit_event_by_actor on audit_event (tenant_id, actor_subject, occurred_at, id);
create index audit_event_by_target on audit_event (tenant_id, target_id, occurred_at, id);

alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy audit_event_of_tenant on audit_event
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on audit_event to shipping_app;
create policy audit_event_seen_by_invariants on audit_event for select to current_user
  using (current_setting('app.invariants', true) = 'on');
`;

/** At least 30 days are kept whatever is asked for: a mistaken setting must not wipe the trail of an attack. */
const appendOnly = `
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('app.forgets_audit_events', true) = 'on'
     and old.occurred_at < now() - interval '30 days' then
    return old;
  end if;
  raise exception 'audit_event is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_event_is_append_only before update or delete on audit_event
  for each row execute function refuse_audit_change();
create trigger audit_event_is_not_truncated before truncate on audit_event
  for each statement execute function refuse_audit_change();
revoke execute on function refuse_audit_change() from public;

create policy audit_event_forgotten on audit_event to current_user
  using (current_setting('app.forgets_audit_events', true) = 'on') with check (false);
create function forget_audit_events(before timestamptz, at_most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten integer;
begin
  perform set_config('app.forgets_audit_events', 'on', true);
  delete from audit_event where (tenant_id, id) in (
    select tenant_id, id from audit_event
     where occurred_at < least(before, now() - interval '30 days') limit at_most);
  get diagnostics forgotten = row_count;
  perform set_config('app.forgets_audit_events', '', true);
  return forgotten;
end $$;
revoke execute on function forget_audit_events(timestamptz, integer) from public;
grant execute on function forget_audit_events(timestamptz, integer) to shipping_sweeper;
`;

export class KeepAuditEvents1764206000000 implements MigrationInterface {
  readonly name = "KeepAuditEvents1764206000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(appendOnly);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function forget_audit_events(timestamptz, integer);
      drop table audit_event;
      drop function refuse_audit_change();
    `);
  }
}
