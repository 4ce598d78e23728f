import type { Database } from "./data-source.js";
import { isReadOnly } from "./failures.js";
import { type Borrowed, borrow } from "./tenant-transaction.js";

/**
 * Runs `work` as the servers' own login, in no transaction and in nobody's lane: for what looks at the server itself. As
 * any transaction it finds out that its host has gone silent, or takes no writes any more, and leaves it for the next.
 */
export async function onServer<T>(database: Database, work: (client: Borrowed) => Promise<T>): Promise<T> {
  const client = await borrow(database);
  database.watch.begin(client);
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    if (isReadOnly(error)) database.hosts.leave(client.url, error);
    client.release(true);
    throw error;
  } finally {
    database.watch.end(client);
  }
}
