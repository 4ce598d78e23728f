import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool, PoolClient } from "pg";
import type { EntityManager } from "typeorm";
import type { Database } from "./data-source.js";
import { asUnavailable } from "./failures.js";
import { createManager, TransactionSession } from "./transaction-runner.js";

export type { Database } from "./data-source.js";

type Work<T> = (manager: EntityManager) => Promise<T>;

interface Scope {
  role: "shipping_app" | "shipping_sweeper";
  tenantId: string;
  access: "read write" | "read only";
}

const openTransaction = new AsyncLocalStorage<{ isOpen: boolean }>();

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The only way to a tenant's rows: one transaction as `shipping_app`, in which PostgreSQL shows and takes the rows of
 * this tenant only. Commits when `work` resolves, rolls back when it throws. A failed statement that `work` ignores
 * makes the commit throw. Errors: DATABASE_UNAVAILABLE (retryable; after a broken commit nobody knows whether it
 * was done), else what was thrown. Refused inside another transaction.
 */
export function inTenant<T>(database: Database, tenantId: string, work: Work<T>): Promise<T> {
  return runScoped(database, { role: "shipping_app", tenantId, access: "read write" }, work);
}

/** As `inTenant` for reading only: it does not wait for the commit, so one statement costs one round trip. */
export function readInTenant<T>(database: Database, tenantId: string, work: Work<T>): Promise<T> {
  return runScoped(database, { role: "shipping_app", tenantId, access: "read only" }, work);
}

/** For the sweeps across tenants: runs as `shipping_sweeper`, which may call its `security definer` functions only. */
export function inSystem<T>(database: Database, work: Work<T>): Promise<T> {
  return runScoped(database, { role: "shipping_sweeper", tenantId: "", access: "read write" }, work);
}

/** Throws when the caller is inside a transaction: what waits for a network would hold its locks and connection. */
export function assertNoOpenTransaction(action: string): void {
  if (openTransaction.getStore()?.isOpen) throw new Error(`${action} inside an open transaction.`);
}

async function runScoped<T>(database: Database, scope: Scope, work: Work<T>): Promise<T> {
  assertNoOpenTransaction("A transaction was asked for");
  if (scope.role === "shipping_app" && !uuid.test(scope.tenantId)) throw new Error("A tenant's id is a uuid.");
  try {
    const pool = (database.dataSource.driver as unknown as { master: Pool }).master;
    return await runOn(await pool.connect(), database, scope, work);
  } catch (error) {
    throw asUnavailable(error);
  }
}

async function runOn<T>(client: PoolClient, database: Database, scope: Scope, work: Work<T>): Promise<T> {
  // Without a listener a connection that breaks would end the process; the statements under way fail anyway.
  const ignore = () => undefined;
  client.on("error", ignore);
  const session = new TransactionSession(client);
  const opened = open(client, database, scope);
  const state = { isOpen: true };
  const end = async (statement: "commit" | "rollback") => {
    session.close();
    state.isOpen = false;
    return finish(client, statement).finally(() => client.off("error", ignore));
  };
  try {
    const result = await openTransaction.run(state, () => work(createManager(database.dataSource, session)));
    if (scope.access === "read only") end("commit").catch(ignore);
    else await end("commit");
    await opened;
    return result;
  } catch (error) {
    if (state.isOpen) await end("rollback").catch(ignore);
    // When opening failed, that is the reason why the first statement did.
    await opened;
    throw error;
  }
}

/**
 * Sent in one message and not waited for: the first statement of `work` follows on its heels. Should it fail, that
 * statement runs without role and tenant, and row-level security shows and takes nothing.
 */
function open(client: PoolClient, { timeouts }: Database, { role, tenantId, access }: Scope): Promise<unknown> {
  const settings = {
    role,
    "app.tenant_id": tenantId,
    timezone: "UTC",
    statement_timeout: timeouts.statementMs,
    lock_timeout: timeouts.lockMs,
    idle_in_transaction_session_timeout: timeouts.idleInTransactionMs,
  };
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  const opened = client.query(`begin ${access}; select ${calls.join(", ")}`);
  opened.catch(() => undefined);
  return opened;
}

/** Gives the connection back, or away if it is broken. */
async function finish(client: PoolClient, statement: "commit" | "rollback"): Promise<void> {
  const { command } = await client.query(statement).catch((error: Error) => {
    client.release(error);
    throw error;
  });
  client.release();
  if (statement === "commit" && command !== "COMMIT") {
    throw new Error("The transaction was rolled back: a statement in it failed and its error was ignored.");
  }
}
