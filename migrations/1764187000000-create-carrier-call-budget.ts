import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What an app of a carrier may be called without anybody waiting, shared out among all instances. `calls` saved up at
 * `counted_at`, growing by `rate` a second; `foreground` and `granted`: the load, in calls a second.
 */
const create = `
create table carrier_call_budget (
  tenant_id uuid not null,
  app text not null,
  account_id text not null,
  rate double precision not null,
  calls double precision not null,
  counted_at timestamptz(3) not null,
  foreground double precision not null default 0,
  granted double precision not null default 0,
  limit_rate double precision,
  slowed_at timestamptz(3),
  paused_until timestamptz(3),
  refusals bigint not null default 0,
  constraint carrier_call_budget_pkey primary key (tenant_id, app),
  constraint carrier_call_budget_account_id_fkey foreign key (tenant_id, account_id)
    references carrier_account (tenant_id, id)
);
alter table carrier_call_budget enable row level security;
alter table carrier_call_budget force row level security;
create policy carrier_call_budget_of_tenant on carrier_call_budget
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on carrier_call_budget to shipping_app;
`;

export class CreateCarrierCallBudget1764187000000 implements MigrationInterface {
  readonly name = "CreateCarrierCallBudget1764187000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(create);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table carrier_call_budget");
  }
}
