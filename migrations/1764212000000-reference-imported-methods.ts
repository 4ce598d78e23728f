import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a method is called where it was imported from: a second import of it is the first one. Methods so far: none. */
const columns = `
alter table shipping_method add column external_reference text;
create unique index shipping_method_imported_once on shipping_method (tenant_id, external_reference);
`;

export class ReferenceImportedMethods1764212000000 implements MigrationInterface {
  readonly name = "ReferenceImportedMethods1764212000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index shipping_method_imported_once;
      alter table shipping_method drop column external_reference;
    `);
  }
}
