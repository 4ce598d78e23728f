import type { MigrationInterface, QueryRunner } from "typeorm";

/** What carriers said of addresses, by a hash of each: the address itself is not kept. */
const table = `
create table address_classification (
  tenant_id uuid not null,
  environment text not null,
  fingerprint text not null,
  classification text not null,
  source text not null,
  checked_at timestamptz(3) not null default now(),
  constraint address_classification_pkey primary key (tenant_id, environment, fingerprint),
  constraint address_classification_environment_known check (environment in ('SIMULATOR', 'TEST', 'PRODUCTION')),
  constraint address_classification_known check (classification in ('RESIDENTIAL', 'COMMERCIAL', 'UNKNOWN'))
);

create index address_classification_oldest on address_classification (tenant_id, checked_at);

alter table address_classification enable row level security;
alter table address_classification force row level security;
create policy address_classification_of_tenant on address_classification
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on address_classification to shipping_app;
`;

export class CreateAddressClassification1763860000000 implements MigrationInterface {
  readonly name = "CreateAddressClassification1763860000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table address_classification;");
  }
}
