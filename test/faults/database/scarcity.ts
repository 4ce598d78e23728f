import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { during } from "./during.js";
import type { DatabaseFault } from "./fault.js";
import { cannotMount } from "./full-disk.js";
import type { OneHost } from "./one-host.js";

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** What the server runs out of, or does not give. */
export const scarcity: DatabaseFault<OneHost>[] = [
  {
    name: "read-only (default_transaction_read_only)",
    withinSeconds: 5,
    async happen({ postgres }) {
      await postgres.set("default_transaction_read_only", "on");
      await sleep(3_000);
      const client = await connected(postgres.superUrl());
      await client.query("set default_transaction_read_only = off");
      await client.query("alter system set default_transaction_read_only = off");
      await client.query("select pg_reload_conf()");
      await client.end();
      return new Date();
    },
  },
  {
    name: "disk full",
    withinSeconds: 5,
    missing: cannotMount,
    async happen({ disk }) {
      if (disk === null) throw new Error("A small disk could not be mounted.");
      await disk.fill();
      await sleep(4_000);
      await disk.empty();
      return new Date();
    },
  },
  {
    name: "out of memory (lock table)",
    withinSeconds: 5,
    async happen({ postgres }) {
      const greedy = await connected(postgres.superUrl());
      const take = () => greedy.query("select pg_advisory_lock(g) from generate_series(1, 1000000) g").catch(() => 0);
      await during(3_000, 100, take);
      await greedy.end();
      return new Date();
    },
  },
  {
    name: "too many connections",
    withinSeconds: 5,
    async happen({ postgres }) {
      const taken: Client[] = [];
      const take = () => connected(postgres.serverUrl()).then((client) => taken.push(client));
      const root = await connected(postgres.superUrl());
      await during(4_000, 20, async () => {
        await Promise.all(Array.from({ length: 10 }, () => take().catch(() => undefined)));
        await root.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shipping'");
      });
      await Promise.all([root, ...taken].map((client) => client.end().catch(() => undefined)));
      return new Date();
    },
  },
  {
    name: "table locked by somebody",
    withinSeconds: 5,
    async happen({ postgres }) {
      const holder = await connected(postgres.superUrl());
      await holder.query("begin; lock table label_purchase in access exclusive mode");
      await sleep(7_000);
      await holder.end();
      return new Date();
    },
  },
];
