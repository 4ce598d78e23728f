import PgBoss from "pg-boss";
import type { MigrationInterface, QueryRunner } from "typeorm";

/** What pg-boss 10.4 makes. A newer pg-boss needs a migration of its own, made from its `getMigrationPlans`. */
const schemaVersion = "24";

/** A job that its worker left is tried again after a minute; the sweep finds what runs out of tries. */
const reconcilePurchase = {
  policy: "standard",
  retryLimit: 5,
  retryDelay: 15,
  retryBackoff: true,
  expireInSeconds: 60,
  retentionMinutes: 14 * 24 * 60,
};

export class CreateJobQueue1763810000000 implements MigrationInterface {
  readonly name = "CreateJobQueue1763810000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(constructionPlan());
    await queryRunner.query("select pgboss.create_queue('reconcile-purchase', $1)", [
      JSON.stringify(reconcilePurchase),
    ]);
    await queryRunner.query("revoke execute on all functions in schema pgboss from public");
    await queryRunner.query("grant usage on schema pgboss to shipping_app, shipping_worker");
    // A tenant's transaction may send a job, and see none.
    await queryRunner.query("grant select on pgboss.queue to shipping_app");
    await queryRunner.query("grant insert, select (id) on pgboss.job to shipping_app");
    await queryRunner.query("grant select, insert, update, delete on all tables in schema pgboss to shipping_worker");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop schema pgboss cascade");
  }
}

/** pg-boss's own statements without their `begin` and `commit`: the transaction is the migration's. */
function constructionPlan(): string {
  const plan = PgBoss.getConstructionPlans("pgboss");
  const body = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(plan)?.[1];
  if (!body?.includes(`VALUES ('${schemaVersion}')`)) {
    throw new Error(`pg-boss no longer makes its schema version ${schemaVersion}: add a migration for the new one.`);
  }
  return body;
}
