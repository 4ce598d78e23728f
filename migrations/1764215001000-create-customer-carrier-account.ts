import type { MigrationInterface, QueryRunner } from "typeorm";

/** Account numbers of a merchant's customers with carriers: other people's, so that they are sealed like secrets. */
const table = `
create table customer_carrier_account (
  tenant_id uuid not null,
  id text not null,
  customer_id text not null,
  carrier_code text not null,
  account_number_masked text not null,
  sealed_account_number bytea not null,
  postal_code text,
  country_code text not null,
  name text,
  created_at timestamptz(3) not null default now(),
  constraint customer_carrier_account_pkey primary key (tenant_id, id),
  constraint customer_carrier_account_carrier_code_fkey foreign key (carrier_code) references carrier (code),
  constraint customer_carrier_account_customer_is_given check (customer_id <> '')
);
create index customer_carrier_account_of_customer
  on customer_carrier_account (tenant_id, customer_id, created_at desc, id desc);

alter table customer_carrier_account enable row level security;
alter table customer_carrier_account force row level security;
create policy customer_carrier_account_of_tenant on customer_carrier_account
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy customer_carrier_account_seen_by_sweep on customer_carrier_account for select to current_user
  using (current_setting('app.sweep', true) = 'on');
grant select, insert, update, delete on customer_carrier_account to shipping_app;
`;

export class CreateCustomerCarrierAccount1764215001000 implements MigrationInterface {
  readonly name = "CreateCustomerCarrierAccount1764215001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table customer_carrier_account;");
  }
}
