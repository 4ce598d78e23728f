import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { buy } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";
import type { ServerProcess } from "../support/server-process.js";

let instances: Instances;
let admin: Client;
beforeAll(async () => {
  instances = await prepareInstances({ WORKER: "on" });
  admin = new Client({ connectionString: instances.database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await instances.close();
});

/** Ends every client's session in the database but its own, again and again, until so many are ended. */
async function storm(count: number): Promise<void> {
  for (let ended = 0; ended < count; ) {
    const { rowCount } = await admin.query(
      // Autovacuum's have no user, and are nobody's to end but a superuser's.
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and usename is not null`,
    );
    ended += rowCount ?? 0;
    await sleep(2);
  }
}

it("servers that start while PostgreSQL ends every session are ready when it stops, and say that they waited", async () => {
  const [, ...servers] = await Promise.all([storm(10), instances.start(), instances.start({ SALES: "off" })]);

  for (const server of servers) {
    expect(server.output()).toContain("The database is away while the server starts; it is tried again");
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  }
  const [selling, paused] = servers as [ServerProcess, ServerProcess];
  expect((await buy(selling, "after the storm")).purchase.state).toBe("PURCHASED");

  // Told by its environment that it is maintenance, a server says so, and sells nothing new.
  expect(paused.output()).toContain("Sales are off");
  expect(await (await fetch(`${paused.url}/readyz`)).json()).toMatchObject({ ok: true, isSelling: false });
  expect((await buy(paused, "after the storm")).purchase.state).toBe("PURCHASED");
  expect((await buy(paused, "another")).userErrors).toMatchObject([{ code: "SALES_PAUSED" }]);
});
