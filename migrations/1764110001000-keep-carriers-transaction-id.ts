import type { MigrationInterface, QueryRunner } from "typeorm";

/** UPS's own number of an exchange. Null for what was logged before. */
export class KeepCarriersTransactionId1764110001000 implements MigrationInterface {
  readonly name = "KeepCarriersTransactionId1764110001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table carrier_request add column carrier_transaction_id text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table carrier_request drop column carrier_transaction_id");
  }
}
