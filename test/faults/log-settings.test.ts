import { Client } from "pg";
import { readLogLeaks } from "../../src/database/log-settings.js";
import { PostgresServer } from "../support/postgres-server.js";

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await PostgresServer.create();
});
afterAll(() => postgres?.drop());

/** As the login of the servers, who may change none of it. */
async function leaks(): Promise<string[]> {
  const client = new Client({ connectionString: postgres.serverUrl() });
  await client.connect();
  return readLogLeaks(client).finally(() => client.end());
}

const rows = expect.stringContaining("log_error_verbosity = terse");
const values = expect.stringContaining("log_parameter_max_length");

it("a server tells what of people PostgreSQL's own log shows, by the settings that show it", async () => {
  expect(await leaks()).toEqual([rows]);
  await postgres.sql("alter database shipping set log_error_verbosity = 'terse'");
  expect(await leaks()).toEqual([]);
  for (const [name, value] of [
    ["log_statement", "mod"],
    ["log_min_duration_statement", "500"],
    ["log_parameter_max_length_on_error", "-1"],
  ] as const) {
    await postgres.sql(`alter role shipping_server set ${name} = '${value}'`);
    expect([name, await leaks()]).toEqual([name, [values]]);
    if (name !== "log_parameter_max_length_on_error") {
      await postgres.sql("alter role shipping_server set log_parameter_max_length = 0");
      expect([name, await leaks()]).toEqual([name, []]);
    }
    await postgres.sql("alter role shipping_server reset all");
  }
});
