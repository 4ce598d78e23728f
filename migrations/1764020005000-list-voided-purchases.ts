import type { MigrationInterface, QueryRunner } from "typeorm";

/** Voided purchases are few among what is bought. */
export class ListVoidedPurchases1764020005000 implements MigrationInterface {
  readonly name = "ListVoidedPurchases1764020005000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index label_purchase_voided_by_started_at on label_purchase (tenant_id, started_at, id)
        where voided_at is not null;
      create index label_purchase_voided_by_finished_at on label_purchase (tenant_id, finished_at, id)
        where voided_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index label_purchase_voided_by_finished_at;
      drop index label_purchase_voided_by_started_at;
    `);
  }
}
