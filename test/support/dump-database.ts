import { Client } from "pg";

/** Every row that the owner sees of every table, as text; bytes are hexadecimal in it. Table name -> lines. */
export async function dumpDatabase(adminUrl: string, tenantId: string): Promise<Map<string, string[]>> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const dump = new Map<string, string[]>();
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
      dump.set(
        name,
        rows.map(({ line }) => line),
      );
    }
    return dump;
  } finally {
    await client.end();
  }
}
