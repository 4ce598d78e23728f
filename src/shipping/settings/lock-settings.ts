import type { EntityManager } from "typeorm";

/**
 * Until the transaction ends nobody else changes the tenant's settings or limits: the values before a change, which the
 * audit tells, are those that it replaces. There may be no row yet that could be locked. Taken before an account is locked.
 */
export async function lockSettings(manager: EntityManager, tenantId: string): Promise<void> {
  await manager.query("select pg_advisory_xact_lock(hashtextextended($1::text || '/shipping-settings', 0))", [
    tenantId,
  ]);
}
