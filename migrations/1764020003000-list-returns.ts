import type { MigrationInterface, QueryRunner } from "typeorm";

/** Returns are few among what goes out. */
export class ListReturns1764020003000 implements MigrationInterface {
  readonly name = "ListReturns1764020003000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index shipment_return_by_created_at on shipment (tenant_id, created_at, id) where return_service is not null;
      create index shipment_return_by_ship_day on shipment (tenant_id, ship_day, id) where return_service is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index shipment_return_by_ship_day;
      drop index shipment_return_by_created_at;
    `);
  }
}
