import type { MigrationInterface, QueryRunner } from "typeorm";

/** A return knows which packages of what went out come back with it. */
export class KeepReturnedPackages1764033000000 implements MigrationInterface {
  readonly name = "KeepReturnedPackages1764033000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table shipment add column returned_package_ids jsonb not null default '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table shipment drop column returned_package_ids");
  }
}
