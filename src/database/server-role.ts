import type { EntityManager } from "typeorm";
import type { Database } from "./data-source.js";
import { inSystem } from "./tenant-transaction.js";

interface RoleRow {
  rolname: string;
  rolsuper: boolean;
  rolbypassrls: boolean;
}

interface TableRow {
  table: string;
  enabled: boolean;
  forced: boolean;
  policies: number;
  owner: string;
}

/** At boot: throws, naming every fault, unless PostgreSQL keeps the tenants apart for what this server runs as. */
export async function assertServerRole(database: Database): Promise<void> {
  const faults = await inSystem(database, async (manager) => [
    ...(await findRoleFaults(manager)),
    ...(await findTableFaults(manager)),
  ]).catch((error: { code?: string }) => {
    const refused = error.code === "42501" || error.code === "22023";
    if (!refused) throw error;
    throw new Error("The login of DATABASE_URL is no member of shipping_sweeper: run the migrations.", {
      cause: error,
    });
  });
  if (faults.length > 0) throw new Error(["The database does not keep tenants apart:", ...faults].join("\n  "));
}

async function findRoleFaults(manager: EntityManager): Promise<string[]> {
  const rows: RoleRow[] = await manager.query(
    "select rolname, rolsuper, rolbypassrls from pg_roles where rolname in ('shipping_app', 'shipping_sweeper')",
  );
  return rows.flatMap(({ rolname, rolsuper, rolbypassrls }) => [
    ...(rolsuper ? [`role ${rolname} is a superuser`] : []),
    ...(rolbypassrls ? [`role ${rolname} has bypassrls`] : []),
  ]);
}

async function findTableFaults(manager: EntityManager): Promise<string[]> {
  const rows: TableRow[] = await manager.query(`
    select c.oid::regclass::text as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
           (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
           pg_get_userbyid(c.relowner) as owner
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
     order by 1`);
  if (rows.length === 0) return ["there is no table with tenant_id: run the migrations"];
  return rows.flatMap(({ table, enabled, forced, policies, owner }) => [
    ...(enabled && forced ? [] : [`row-level security of ${table} is not ${enabled ? "forced" : "enabled"}`]),
    ...(policies > 0 ? [] : [`${table} has no policy`]),
    ...(owner === "shipping_app" ? [`${table} belongs to shipping_app`] : []),
  ]);
}
