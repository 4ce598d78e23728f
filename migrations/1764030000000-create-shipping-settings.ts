import type { MigrationInterface, QueryRunner } from "typeorm";

const create = `
create table shipping_settings (
  tenant_id uuid not null,
  default_carrier_account_id text,
  address_check_policy text not null default 'TELL',
  constraint shipping_settings_pkey primary key (tenant_id),
  constraint shipping_settings_default_carrier_account_id_fkey
    foreign key (tenant_id, default_carrier_account_id) references carrier_account (tenant_id, id),
  constraint shipping_settings_policy_known check (address_check_policy in ('IGNORE', 'TELL', 'REFUSE'))
);
alter table shipping_settings enable row level security;
alter table shipping_settings force row level security;
create policy shipping_settings_of_tenant on shipping_settings
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on shipping_settings to shipping_app;
`;

/** What a tenant sets for all its shipments: at most one row. Without a row the defaults of the columns hold. */
export class CreateShippingSettings1764030000000 implements MigrationInterface {
  readonly name = "CreateShippingSettings1764030000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(create);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table shipping_settings");
  }
}
