import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Client } from "pg";
import { createTestDatabase } from "../support/database.js";
import { otherColumns, personalColumns } from "../support/personal-data.js";

/** Whatever can hold words or bytes; numbers, days and ids of other types tell of nobody. */
const textual = `select c.table_name || '.' || c.column_name as column from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
    and c.udt_name not in ('bool', 'date', 'float4', 'float8', 'int2', 'int4', 'int8', 'numeric', 'oid', 'timestamptz', 'uuid')
  order by 1`;

async function columnsOfDatabase(): Promise<string[]> {
  const database = await createTestDatabase();
  const owner = new Client({ connectionString: database.adminUrl });
  try {
    await owner.connect();
    return (await owner.query<{ column: string }>(textual)).rows.map(({ column }) => column);
  } finally {
    await owner.end();
    await database.drop();
  }
}

const impersonal = Object.entries(otherColumns).flatMap(([table, columns]) =>
  columns.split(/\s+/).map((column) => `${table}.${column}`),
);

it("every column that can hold words or bytes is personal or is not: a new one is decided on", async () => {
  const columns = await columnsOfDatabase();
  expect(columns.length).toBeGreaterThan(200);
  expect([...Object.keys(personalColumns), ...impersonal].sort()).toEqual(columns.sort());
});

it("docs/privacy.md names every personal column and no other", () => {
  const text = readFileSync(resolve(__dirname, "../../docs/privacy.md"), "utf8");
  const table = text.split("## What is erased")[1]?.split("\n## ")[0] ?? "";
  const named = [...table.matchAll(/`(\w+\.\w+)`/g)].map(([, column]) => column);
  expect(named.sort()).toEqual(Object.keys(personalColumns).sort());
});
