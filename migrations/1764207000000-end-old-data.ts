import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * One row for each tenant and kind of data that ends: when it is looked at next, and how far the look that is under way
 * has come. Only the owner's functions read or write it.
 */
const table = `
create table retention_sweep (
  tenant_id uuid not null,
  kind text not null,
  next_check_at timestamptz(3) not null default now(),
  position_at timestamptz(3) not null default '-infinity',
  position_id text not null default '',
  constraint retention_sweep_pkey primary key (tenant_id, kind)
);
create index retention_sweep_due on retention_sweep (next_check_at);
alter table retention_sweep enable row level security;
alter table retention_sweep force row level security;
create policy retention_sweep_of_tenant on retention_sweep
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy retention_sweep_taken_by_sweep on retention_sweep to current_user
  using (current_setting('app.sweep', true) = 'on') with check (current_setting('app.sweep', true) = 'on');
`;

/** That the file is gone while its row stays, and when it went. */
const columns = `
alter table shipping_document add column file_removed_at timestamptz(3);
alter table shipping_label add column file_removed_at timestamptz(3);
`;

/** A quote that is removed is looked for where it could be named, and numbers that were not bought here among all. */
const indexes = `
create index accepted_offer_of_quote on accepted_offer (tenant_id, rate_quote_id);
create index shipment_of_quote on shipment (tenant_id, rate_quote_id) where rate_quote_id is not null;
create index tracker_not_bought on tracker (tenant_id, opened_at, id) where purchased_package_id is null;
`;

/** Removing is what makes dead rows here; by the defaults a fifth of the table would be dead before they go. */
const vacuum = ["carrier_request", "rate_quote"].map(
  (name) => `alter table ${name} set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000)`,
);

const dropped = `
alter table carrier_request reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
alter table rate_quote reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
drop index accepted_offer_of_quote;
drop index shipment_of_quote;
drop index tracker_not_bought;
alter table shipping_document drop column file_removed_at;
alter table shipping_label drop column file_removed_at;
drop table retention_sweep;
`;

export class EndOldData1764207000000 implements MigrationInterface {
  readonly name = "EndOldData1764207000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [table, columns, indexes, ...vacuum]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropped);
  }
}
