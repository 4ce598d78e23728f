import type { MigrationInterface, QueryRunner } from "typeorm";

/** What carriers are told of the regulated goods of a package; null: nothing. */
export class DeclareDangerousGoods1764170001000 implements MigrationInterface {
  readonly name = "DeclareDangerousGoods1764170001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table shipment_package
  -- Regulation, mode, substances and dry ice, in the words of the carrier port.
  add column dangerous_goods jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table shipment_package drop column dangerous_goods");
  }
}
