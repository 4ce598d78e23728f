import type { MigrationInterface, QueryRunner } from "typeorm";

const tables = ["shipment_tag", "shipping_label_tag"];

/** Whether tags are listed as they are on shipments is checked across tenants, by the owner alone. */
export class LetOwnerCheckTags1764020006000 implements MigrationInterface {
  readonly name = "LetOwnerCheckTags1764020006000";

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
