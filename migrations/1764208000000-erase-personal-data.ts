import type { MigrationInterface, QueryRunner } from "typeorm";

/** When the personal data of a shipment went, with the files of its labels and what was told of its packages on their way. */
export class ErasePersonalData1764208000000 implements MigrationInterface {
  readonly name = "ErasePersonalData1764208000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table shipment add column erased_at timestamptz(3);
      alter table shipping_label add column erased_at timestamptz(3);
      alter table tracker add column erased_at timestamptz(3);
      grant delete on label_file to shipping_app;
      grant update (reason) on purchase_decision to shipping_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (reason) on purchase_decision from shipping_app;
      revoke delete on label_file from shipping_app;
      alter table tracker drop column erased_at;
      alter table shipping_label drop column erased_at;
      alter table shipment drop column erased_at;
    `);
  }
}
