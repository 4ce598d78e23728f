import type { MigrationInterface, QueryRunner } from "typeorm";

/** Places of the carriers that a tenant's searches found: one row per place, refreshed by every search that finds it. */
const up = `
create table carrier_location (
  tenant_id uuid not null,
  id text not null,
  carrier_code text not null,
  environment text not null,
  carrier_location_id text not null,
  access_point_id text,
  data jsonb not null,
  refreshed_at timestamptz(3) not null default now(),
  constraint carrier_location_pkey primary key (tenant_id, id),
  constraint carrier_location_one_per_place unique (tenant_id, carrier_code, environment, carrier_location_id),
  constraint carrier_location_carrier_code_fkey foreign key (carrier_code) references carrier (code),
  constraint carrier_location_environment_known check (environment in ('SIMULATOR', 'TEST', 'PRODUCTION'))
);
alter table carrier_location enable row level security;
alter table carrier_location force row level security;
create policy carrier_location_of_tenant on carrier_location
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on carrier_location to shipping_app;
`;

export class CreateCarrierLocation1763870000000 implements MigrationInterface {
  readonly name = "CreateCarrierLocation1763870000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table carrier_location");
  }
}
