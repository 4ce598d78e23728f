import type { MigrationInterface, QueryRunner } from "typeorm";

const tables = [
  "carrier_account",
  "shipment",
  "shipment_package",
  "label_purchase",
  "purchased_package",
  "shipping_label",
  "label_file",
];

/**
 * Promises that hold across tenants can only be checked across tenants. Only the owner, who is bound by the forced
 * policies too, sees through these, for reading, and only while it says so: no role of the server's does.
 */
export class LetOwnerCheckInvariants1763820000000 implements MigrationInterface {
  readonly name = "LetOwnerCheckInvariants1763820000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await queryRunner.query(`create policy ${table}_seen_by_invariants on ${table} for select to current_user
        using (current_setting('app.invariants', true) = 'on')`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await queryRunner.query(`drop policy ${table}_seen_by_invariants on ${table}`);
  }
}
