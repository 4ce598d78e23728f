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
  const session = new TransactionSession(client, database.statementNames);
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

const enter = `select set_config('role', $1, true), set_config('app.tenant_id', $2, true),
  set_config('timezone', 'UTC', true), set_config('statement_timeout', $3, true), set_config('lock_timeout', $4, true),
  set_config('idle_in_transaction_session_timeout', $5, true)`;

/**
 * Not waited for: the first statement of `work` follows on its heels. Should this fail, that statement finds an
 * aborted transaction, or no role and tenant, to whom row-level security shows and from whom it takes nothing.
 */
function open(client: PoolClient, database: Database, { role, tenantId, access }: Scope): Promise<unknown> {
  const { statementMs, lockMs, idleInTransactionMs } = database.timeouts;
  const name = database.statementNames?.find(enter);
  const values = [role, tenantId, statementMs, lockMs, idleInTransactionMs].map(String);
  const opened = Promise.all([client.query(`begin ${access}`), client.query({ name, text: enter, values })]);
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
