import type { MigrationInterface, QueryRunner } from "typeorm";

/** Where the request that bought it stands in a trace, so that later looks can be linked to it. Null: it was not traced. */
export class KeepTraceOfPurchase1764189001000 implements MigrationInterface {
  readonly name = "KeepTraceOfPurchase1764189001000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table label_purchase add column traceparent text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table label_purchase drop column traceparent");
  }
}
