import { inTenant } from "../../src/database/tenant-transaction.js";
import type { TestService } from "../support/service.js";

const tenantTables = `select c.table_name as name from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.column_name = 'tenant_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`;

/** Every row of the tenant as text, by table. Waits for what still writes in the background. */
export async function dumpTenant(service: TestService, tenantId: string): Promise<Record<string, string[]>> {
  await service.settled();
  return inTenant(service.database, tenantId, async (manager) => {
    const dump: Record<string, string[]> = {};
    for (const { name } of (await manager.query(tenantTables)) as { name: string }[]) {
      const rows = await manager.query(`select t::text as row from "${name}" t order by 1`);
      dump[name] = (rows as { row: string }[]).map(({ row }) => row);
    }
    return dump;
  });
}

/** Our ids in any text: a prefix and a uuid. */
export const idsIn = (text: string): Set<string> => new Set(text.match(/\b[a-z]{3}_[0-9a-f-]{36}\b/g) ?? []);
