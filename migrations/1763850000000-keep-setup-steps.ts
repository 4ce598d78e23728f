import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who confirmed which step of the setup guide, what a check learned of the account's prices, and regulated goods. */
const up = `
create table setup_step_decision (
  tenant_id uuid not null,
  account_id text not null,
  step_key text not null,
  sequence integer not null,
  is_confirmed boolean not null,
  actor text not null,
  decided_at timestamptz(3) not null default now(),
  constraint setup_step_decision_pkey primary key (tenant_id, account_id, step_key, sequence),
  constraint setup_step_decision_account_id_fkey foreign key (tenant_id, account_id) references carrier_account (tenant_id, id)
);
alter table setup_step_decision enable row level security;
alter table setup_step_decision force row level security;
create policy setup_step_decision_of_tenant on setup_step_decision
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on setup_step_decision to shipping_app;

alter table carrier_product_check add column negotiated_rates text
  constraint carrier_product_check_negotiated_rates_known check (negotiated_rates in ('ENROLLED', 'NOT_ENROLLED'));

alter table shipment_package add column contains_regulated_items boolean not null default false;
`;

export class KeepSetupSteps1763850000000 implements MigrationInterface {
  readonly name = "KeepSetupSteps1763850000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shipment_package drop column contains_regulated_items;
      alter table carrier_product_check drop column negotiated_rates;
      drop table setup_step_decision;
    `);
  }
}
