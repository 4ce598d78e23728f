import { findSchemaDrift } from "../../src/database/schema-drift.js";
import { allEntities } from "../../src/entities/all-entities.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { runAdmin } from "../support/database-cluster.js";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("finds nothing to change between entities and migrated schema", async () => {
  expect(allEntities.length).toBeGreaterThan(10);
  expect(await findSchemaDrift({ url: database.adminUrl, entities: allEntities })).toEqual([]);
});

it("sees a column that only the database has", async () => {
  await runAdmin(database.adminUrl, "alter table carrier add column stray text");

  expect(await findSchemaDrift({ url: database.adminUrl, entities: allEntities })).toEqual([
    expect.stringMatching(/drop column "stray"/i),
  ]);
});
