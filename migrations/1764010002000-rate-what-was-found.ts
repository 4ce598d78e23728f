import type { MigrationInterface, QueryRunner } from "typeorm";

const unrated = "state = 'PURCHASED' and charges_amount is null and charges_are_estimated";

/** Of older purchases today's price says nothing any more: their charges stay unknown, which is no estimate. */
const backfill = `
alter table label_purchase no force row level security;
update label_purchase set charges_are_estimated = false where ${unrated} and started_at < now() - interval '3 days';
update label_purchase set next_check_at = coalesce(next_check_at, now()) where ${unrated};
alter table label_purchase force row level security;
`;

/** Purchases that were found again while the carrier gave no price are rated later: those that wait become due. */
export class RateWhatWasFound1764010002000 implements MigrationInterface {
  readonly name = "RateWhatWasFound1764010002000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(backfill);
  }

  /** A look that finds nothing to do ends by itself. */
  async down(): Promise<void> {}
}
