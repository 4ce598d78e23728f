import type { MigrationInterface, QueryRunner } from "typeorm";

/** By what makers and shops know a product: customs of the European Union ask for it. */
export class KeepProductIdentifiers1764160000000 implements MigrationInterface {
  readonly name = "KeepProductIdentifiers1764160000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table packed_item add column manufacturer_product_id text, add column gtin text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table packed_item drop column manufacturer_product_id, drop column gtin");
  }
}
