import type { MigrationInterface, QueryRunner } from "typeorm";

/** Requests of a tenant in a running minute, of all servers; `counted_as`: the scope, or what a router completes. */
const create = `
create table request_count (
  tenant_id uuid not null,
  counted_as text not null,
  requests integer not null,
  ends_at timestamptz(3) not null,
  constraint request_count_pkey primary key (tenant_id, counted_as)
);
alter table request_count enable row level security;
alter table request_count force row level security;
create policy request_count_of_tenant on request_count
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy request_count_forgotten_by_sweep on request_count to current_user
  using (current_setting('app.sweep', true) = 'on');
grant select, insert, update, delete on request_count to shipping_app;
`;

/** Those whose minute is over for an hour, a thousand at a time; gives how many it were. */
const forget = `
create function forget_request_counts() returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten integer;
begin
  perform set_config('app.sweep', 'on', true);
  delete from request_count where (tenant_id, counted_as) in (
    select over.tenant_id, over.counted_as from request_count over where over.ends_at < now() - interval '1 hour'
     limit 1000 for update skip locked);
  get diagnostics forgotten = row_count;
  perform set_config('app.sweep', '', true);
  return forgotten;
end $$;
revoke all on function forget_request_counts() from public;
grant execute on function forget_request_counts() to shipping_sweeper;
`;

export class CountRequests1764203000000 implements MigrationInterface {
  readonly name = "CountRequests1764203000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(create);
    await runner.query(forget);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function forget_request_counts(); drop table request_count");
  }
}
