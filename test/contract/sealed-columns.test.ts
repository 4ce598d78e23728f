import { Client } from "pg";
import { closeDatabase, type Database, openDatabase } from "../../src/database/data-source.js";
import { sealedColumns } from "../../src/database/sealed-columns.js";
import { inSystem } from "../../src/database/tenant-transaction.js";
import { allEntities } from "../../src/entities/all-entities.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

/** Bytes that are no secrets of SECRET_KEYS: files of people's, and what references are derived from. */
const notSealed = ["document_file.bytes", "label_file.bytes", "reference_secret.secret"];

let place: TestDatabase;
let database: Database;
let owner: Client;
beforeAll(async () => {
  place = await createTestDatabase();
  database = await openDatabase({ url: place.url, entities: allEntities });
  owner = new Client({ connectionString: place.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await closeDatabase(database);
  await place.drop();
});

const sealed = () => sealedColumns(database).map(({ table, column }) => `${table}.${column}`);

it("knows every column of bytes as sealed or as not sealed, by its name too", async () => {
  const { rows } = await owner.query(`select table_name || '.' || column_name as place from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea'`);

  expect(sealed().length).toBeGreaterThan(2);
  expect([...sealed(), ...notSealed].sort()).toEqual(rows.map((row) => row.place).sort());
  for (const name of sealed()) expect(name).toMatch(/^\w+\.sealed_\w+$/);
});

it("counts what is sealed in each of them, of all tenants, and in no other column", async () => {
  const { rows } = await owner.query(`select tablename || '.' as place from pg_policies
    where policyname = tablename || '_seen_by_sweep' and cmd = 'SELECT'`);
  const seen = rows.map((row) => row.place);
  for (const name of sealed()) expect(seen).toContain(`${name.split(".")[0]}.`);

  const count = (table: string, column: string) =>
    inSystem(database, (manager) => manager.query("select * from count_sealing_keys($1, $2)", [table, column]));
  for (const { table, column } of sealedColumns(database)) expect(await count(table, column)).toEqual([]);
  await expect(count("label_file", "bytes")).rejects.toThrow("bytes holds nothing that is sealed");
});
