import { Client } from "pg";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { type Catalog, readCatalog } from "../support/database-catalog.js";

let database: TestDatabase;
let owner: Client;
let catalog: Catalog;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.adminUrl });
  await owner.connect();
  catalog = await readCatalog(database.adminUrl);
});
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

const tenantTable = "exists (select from pg_attribute a where a.attrelid = %s and a.attname = 'tenant_id')";
const onTenantTable = (column: string) => tenantTable.replace("%s", column);

async function lines(query: string): Promise<string[]> {
  const { rows } = await owner.query(query);
  return rows.map(({ line }) => line);
}

describe("The catalog", () => {
  const parts = ["constraints", "indexes", "policies", "security", "grants", "functions", "triggers"] as const;

  it.each(parts)("has the reviewed %s", (part) => {
    expect(catalog[part].length).toBeGreaterThan(0);
    expect(`\n${catalog[part].join("\n")}\n`).toMatchSnapshot();
  });

  it("forces row-level security on every table with tenant_id, for reading and writing", async () => {
    const tables = await lines(`select oid::regclass::text as line from pg_class c
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and ${onTenantTable("c.oid")}`);
    const guarded = await lines(`select oid::regclass::text as line from pg_class c
      where relrowsecurity and relforcerowsecurity and exists (select from pg_policy p
        where p.polrelid = c.oid and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null)`);

    expect(tables.length).toBeGreaterThan(10);
    expect(guarded.sort()).toEqual(tables.sort());
  });

  it("lets nobody call a function but those whom it names", async () => {
    const functions = `from pg_proc p where p.pronamespace = 'public'::regnamespace`;
    const open = `and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where a.grantee = 0 and a.privilege_type = 'EXECUTE')`;

    expect((await lines(`select p.oid::regprocedure::text as line ${functions}`)).length).toBeGreaterThan(20);
    expect(await lines(`select p.oid::regprocedure::text as line ${functions} ${open}`)).toEqual([]);
  });

  it("has tenant_id in every primary and unique key of a tenant table", async () => {
    const keys = `from pg_index i where i.indisunique and ${onTenantTable("i.indrelid")}
      and (select relnamespace from pg_class where oid = i.indrelid) = 'public'::regnamespace`;
    const without = `and not exists (select from pg_attribute a
      where a.attrelid = i.indrelid and a.attname = 'tenant_id' and a.attnum = any(i.indkey))`;

    expect((await lines(`select i.indexrelid::regclass::text as line ${keys}`)).length).toBeGreaterThan(10);
    expect(await lines(`select i.indexrelid::regclass::text as line ${keys} ${without}`)).toEqual([]);
  });

  it("has tenant_id on both sides of every foreign key between tenant tables", async () => {
    const keys = `from pg_constraint k where k.contype = 'f' and ${onTenantTable("k.confrelid")}`;
    const shares = (relation: string, columns: string) => `exists (select from pg_attribute a
      where a.attrelid = k.${relation} and a.attname = 'tenant_id' and a.attnum = k.${columns}[1])`;
    const shared = `${shares("conrelid", "conkey")} and ${shares("confrelid", "confkey")}`;

    expect((await lines(`select conname as line ${keys} and ${shared}`)).length).toBeGreaterThan(10);
    expect(await lines(`select conname as line ${keys} and not (${shared})`)).toEqual([]);
  });

  it("lets no view see more than its reader may", async () => {
    expect(
      await lines(`select oid::regclass::text as line from pg_class where relkind = 'v'
        and relnamespace = 'public'::regnamespace and not coalesce('security_invoker=true' = any(reloptions), false)`),
    ).toEqual([]);
  });

  it("fixes the search path of every function that runs with its owner's rights", async () => {
    const definer = "from pg_proc where prosecdef and pronamespace = 'public'::regnamespace";

    expect((await lines(`select proname as line ${definer}`)).length).toBeGreaterThan(0);
    expect(
      await lines(`select proname as line ${definer} and not exists (
        select from unnest(proconfig) setting where setting like 'search_path=%pg_temp')`),
    ).toEqual([]);
  });
});
