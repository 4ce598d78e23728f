import type { MigrationInterface, QueryRunner } from "typeorm";

/** By account, until when the carrier wants no calls of it: milliseconds since 1970. Accounts that share an app share its pace alone. */
export class PauseCallsByAccount1764187000500 implements MigrationInterface {
  readonly name = "PauseCallsByAccount1764187000500";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table carrier_call_budget add column pauses jsonb not null default '{}'");
    await runner.query("alter table carrier_call_budget drop column paused_until");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table carrier_call_budget add column paused_until timestamptz(3)");
    await runner.query("alter table carrier_call_budget drop column pauses");
  }
}
