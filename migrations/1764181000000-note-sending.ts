import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * When the request may have left: a claim without it was never sent. The default is for servers of the version before,
 * which do not write it and send all the same: what they claim counts as sent.
 */
export class NoteSending1764181000000 implements MigrationInterface {
  readonly name = "NoteSending1764181000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table label_purchase add column sent_at timestamptz(3) default now()");
    await runner.query(`
      alter table label_purchase no force row level security;
      update label_purchase set sent_at = case when idempotency_key is not null then started_at end;
      alter table label_purchase force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table label_purchase drop column sent_at");
  }
}
