import type { MigrationInterface, QueryRunner } from "typeorm";

const sweeps = [
  "take_due_label_purchases(integer, integer, integer, text[], integer[], integer[])",
  "take_due_trackers(integer, integer, integer, text[], integer[], integer[], integer)",
  "tell_backlog(integer, integer, integer)",
];

const plans = ["enable_seqscan", "enable_bitmapscan"];

/**
 * With 20,000 rows of one account overdue, the planner read them all: by the index of time alone, because it takes every
 * account for an average one, or to sort them. Nothing else needs that index: what is due of all accounts is counted by
 * the other as well.
 */
export class SweepByRank1764187003000 implements MigrationInterface {
  readonly name = "SweepByRank1764187003000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("drop index label_purchase_due; drop index tracker_due");
    for (const sweep of sweeps)
      for (const plan of plans) await runner.query(`alter function ${sweep} set ${plan} = off`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sweep of sweeps) for (const plan of plans) await runner.query(`alter function ${sweep} reset ${plan}`);
    await runner.query(`
      create index label_purchase_due on label_purchase (next_check_at) where next_check_at is not null;
      create index tracker_due on tracker (next_check_at) where next_check_at is not null;
    `);
  }
}
