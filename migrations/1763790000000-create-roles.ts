import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * shipping_app: what every tenant transaction runs as. shipping_sweeper: the few jobs across tenants; may only call
 * `security definer` functions.
 */
const roles = ["shipping_app", "shipping_sweeper"];

const insufficientPrivilege = "42501";

/** Roles belong to the whole server: other databases may have made them, or be making them at this moment. */
export class CreateRoles1763790000000 implements MigrationInterface {
  readonly name = "CreateRoles1763790000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const role of roles) await createRole(queryRunner, role);
    // Lets a server that is no owner tell whether its schema is current.
    await queryRunner.query("grant select on schema_migration to public");
  }

  /** A role that another database still grants something to stays, as does one that an administrator made. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("revoke select on schema_migration from public");
    for (const role of roles) {
      await queryRunner.query(`
        do $$ begin
          drop role if exists ${role};
        exception when dependent_objects_still_exist or insufficient_privilege then null;
        end $$`);
    }
  }
}

async function createRole(queryRunner: QueryRunner, role: string): Promise<void> {
  try {
    await queryRunner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
      exception when duplicate_object or unique_violation then null;
      end $$`);
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    const statements = roles.map((name) => `  create role ${name} nologin;`).join("\n");
    throw new Error(`This login may not create roles. Let an administrator run:\n${statements}`, { cause: error });
  }
}
