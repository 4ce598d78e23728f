import type { MigrationInterface, QueryRunner } from "typeorm";

const state = `
alter table label_purchase add column void_reason text, add column void_reason_at timestamptz(3);
alter table label_purchase add constraint label_purchase_void_reason_known
  check (void_reason in ('WRONG_ADDRESS', 'WRONG_PACKAGES', 'CANCELLED', 'OTHER'));
alter table label_purchase add constraint label_purchase_void_reason_is_dated
  check ((void_reason is null) = (void_reason_at is null));
`;

const forget = "alter table label_purchase drop column void_reason, drop column void_reason_at";

/** Why labels were voided, and since when that is known: nothing is bought again for an address that was stated wrong. */
export class StateWhyVoided1764034000000 implements MigrationInterface {
  readonly name = "StateWhyVoided1764034000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(state);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(forget);
  }
}
