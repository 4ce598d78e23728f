import type { MigrationInterface, QueryRunner } from "typeorm";

/** What is voided, or a copy, is rare: a list of it is not looked for among all others. */
export class IndexVoidedLabels1764020009000 implements MigrationInterface {
  readonly name = "IndexVoidedLabels1764020009000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index shipping_label_voided on shipping_label (tenant_id, created_at, id) where not is_in_force;
      create index shipping_label_voided_by_ship_day on shipping_label (tenant_id, ship_day, id) where not is_in_force;
      create index shipping_label_copies on shipping_label (tenant_id, created_at, id) where is_recovered;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop index shipping_label_copies, shipping_label_voided_by_ship_day, shipping_label_voided");
  }
}
