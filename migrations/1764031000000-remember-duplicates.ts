import type { MigrationInterface, QueryRunner } from "typeorm";

const remember = `
alter table shipment add column duplicate_of_id text;
alter table shipment add constraint shipment_duplicate_of_id_fkey
  foreign key (tenant_id, duplicate_of_id) references shipment (tenant_id, id);
create index shipment_of_duplicated on shipment (tenant_id, duplicate_of_id) where duplicate_of_id is not null;
`;

/** A shipment that was made as a copy of another one knows of which. */
export class RememberDuplicates1764031000000 implements MigrationInterface {
  readonly name = "RememberDuplicates1764031000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(remember);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("alter table shipment drop column duplicate_of_id");
  }
}
