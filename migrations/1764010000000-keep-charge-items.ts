import type { MigrationInterface, QueryRunner } from "typeorm";

const columns = `
alter table label_purchase add column charge_items jsonb not null default '[]';
alter table purchased_package add column charge_items jsonb not null default '[]';
`;

/** What was charged before in one part, since nobody kept the parts: they sum to the charges of every purchase. */
const backfill = `
alter table label_purchase no force row level security;
update label_purchase set charge_items = jsonb_build_array(jsonb_build_object(
    'carrierChargeCode', null, 'kind', 'OTHER', 'name', 'Charges, not itemised',
    'amount', jsonb_build_object('amount', charges_amount::text, 'currencyCode', charges_currency)))
 where charges_amount is not null and charges_currency is not null;
alter table label_purchase force row level security;
`;

/** The carrier's charges are kept in the parts that it itemised, with the purchase and with each package of its own. */
export class KeepChargeItems1764010000000 implements MigrationInterface {
  readonly name = "KeepChargeItems1764010000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(backfill);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table purchased_package drop column charge_items");
    await runner.query("alter table label_purchase drop column charge_items");
  }
}
