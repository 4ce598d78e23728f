import type { MigrationInterface, QueryRunner } from "typeorm";

/** The owner is bound by the forced policies too: it reads and writes the rows of all tenants only while they do not force it. */
const backfill = `
alter table purchase_decision no force row level security;
alter table label_purchase no force row level security;
update label_purchase purchase set settled_bookings = settled.numbers
  from (
    select tenant_id, purchase_id, jsonb_agg(distinct reason) as numbers from purchase_decision
     where decision in ('VOIDED_UNWANTED', 'VOID_OF_UNWANTED_REFUSED') and reason is not null
     group by tenant_id, purchase_id
  ) settled
 where purchase.tenant_id = settled.tenant_id and purchase.id = settled.purchase_id;
alter table purchase_decision force row level security;
alter table label_purchase force row level security;
`;

/**
 * Which bookings nobody wanted are settled, voided or refused to be, stands with their purchase; what was decided of them
 * stays in the audit trail, where it was read until now.
 */
export class KeepSettledBookings1763960000000 implements MigrationInterface {
  readonly name = "KeepSettledBookings1763960000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table label_purchase add column settled_bookings jsonb not null default '[]'");
    await runner.query(backfill);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table label_purchase drop column settled_bookings");
  }
}
