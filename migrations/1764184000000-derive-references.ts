import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What carrier references are derived with, so that nobody can compute one of a key that he knows. Made once for an
 * installation and never changed: it goes with the database through every dump, backup and failover, and a repeated key
 * has the same references after them. 244 random bits.
 */
const create = `
create table reference_secret (
  is_only boolean primary key default true,
  secret bytea not null,
  constraint reference_secret_is_only check (is_only)
);
insert into reference_secret (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
grant select on reference_secret to shipping_app;
`;

export class DeriveReferences1764184000000 implements MigrationInterface {
  readonly name = "DeriveReferences1764184000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(create);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table reference_secret");
  }
}
