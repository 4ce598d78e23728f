import { AsyncLocalStorage } from "node:async_hooks";
import type { PoolClient } from "pg";
import type { EntityManager } from "typeorm";
import { currentBudget, currentLane, type Lane, partyOf } from "../admission/work.js";
import { count } from "../telemetry/instruments.js";
import { inSpan } from "../telemetry/spans.js";
import { countFailure } from "./count-failure.js";
import type { Database } from "./data-source.js";
import { asUnavailable, isReadOnly, isServersFault } from "./failures.js";
import type { ServerClient } from "./server-client.js";
import { overHosts } from "./server-hosts.js";
import { createManager, TransactionSession } from "./transaction-runner.js";

export type { Database } from "./data-source.js";

type Work<T> = (manager: EntityManager) => Promise<T>;

export type Borrowed = PoolClient & ServerClient;

const ignore = () => undefined;

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
  const { role, access } = scope;
  const lane = currentLane() ?? laneOf(scope);
  const attributes = { "db.system.name": "postgresql", "shipping.role": role, "shipping.access": access };
  return inSpan("transaction", { attributes: { ...attributes, "shipping.lane": lane } }, () =>
    runBorrowed(database, lane, scope, work),
  );
}

async function runBorrowed<T>(database: Database, lane: Lane, scope: Scope, work: Work<T>): Promise<T> {
  const leave = await enter(database, lane, scope.tenantId);
  const client = await borrow(database).catch((error) => {
    leave();
    countFailure(error);
    throw asUnavailable(error);
  });
  try {
    return await runOn(client, database, scope, work, leave);
  } catch (error) {
    countFailure(error);
    // A write where only reading was meant is a mistake of ours, not of the server.
    throw scope.access === "read only" && isReadOnly(error) ? error : asUnavailable(error);
  }
}

/** Waits for a connection of the lane's, and before it for one of those that the request itself may hold. */
async function enter({ lanes }: Database, lane: Lane, tenantId: string): Promise<() => void> {
  const giveBack = await currentBudget()?.connection();
  try {
    const leave = await lanes.enter(lane, partyOf(tenantId));
    return () => {
      leave();
      giveBack?.();
    };
  } catch (error) {
    giveBack?.();
    count("connectionTimeout", { lane });
    throw error;
  }
}

/** Of what is no request's and no worker's, such as the start of the server. */
function laneOf({ access }: Scope): Lane {
  return access === "read only" ? "READING" : "ASKING";
}

/** A connection to the host that takes writes; those of a host that was left, or that a network forgot, are thrown away. */
export async function borrow({ hosts, pool, watch }: Database): Promise<Borrowed> {
  for (;;) {
    const client = (await overHosts(hosts, () => pool.connect())) as Borrowed;
    if (client.url === hosts.url && !watch.isDoubtful(client)) return client;
    client.release(true);
  }
}

async function runOn<T>(
  client: Borrowed,
  database: Database,
  scope: Scope,
  work: Work<T>,
  leave: () => void,
): Promise<T> {
  const session = new TransactionSession(client, database.statementNames);
  database.watch.begin(client);
  const opened = open(client, database, scope);
  const state = { isOpen: true };
  const end = async (statement: "commit" | "rollback", failure?: unknown) => {
    session.close();
    state.isOpen = false;
    return finish(client, statement, isServersFault(failure)).finally(() => {
      database.watch.end(client);
      leave();
    });
  };
  try {
    const result = await openTransaction.run(state, () => work(createManager(database.dataSource, session)));
    if (scope.access === "read only") end("commit").catch(ignore);
    else await end("commit");
    await opened;
    return result;
  } catch (error) {
    if (scope.access === "read write" && isReadOnly(error)) database.hosts.leave(client.url, error);
    if (state.isOpen) await end("rollback", error).catch(ignore);
    // When opening failed, that is the reason why the first statement did.
    await opened;
    throw error;
  }
}

const setScope = `select set_config('role', $1, true), set_config('app.tenant_id', $2, true),
  set_config('timezone', 'UTC', true), set_config('statement_timeout', $3, true), set_config('lock_timeout', $4, true),
  set_config('idle_in_transaction_session_timeout', $5, true)`;

/**
 * Not waited for: the first statement of `work` follows on its heels. Should this fail, that statement finds an
 * aborted transaction, or no role and tenant, to whom row-level security shows and from whom it takes nothing.
 */
function open(client: PoolClient, database: Database, { role, tenantId, access }: Scope): Promise<unknown> {
  const { statementMs, lockMs, idleInTransactionMs } = database.timeouts;
  const name = database.statementNames?.find(setScope);
  const values = [role, tenantId, statementMs, lockMs, idleInTransactionMs].map(String);
  // Not `read write`: that would write where an operator or a host with a full disk said that nothing be written.
  const begin = access === "read only" ? "begin read only" : "begin";
  const opened = Promise.all([client.query(begin), client.query({ name, text: setScope, values })]);
  opened.catch(() => undefined);
  return opened;
}

/** Gives the connection back, or away if it is broken. */
async function finish(client: PoolClient, statement: "commit" | "rollback", isBroken: boolean): Promise<void> {
  const name = statement.toUpperCase();
  const { command } = await inSpan(name, { kind: "CLIENT", attributes: { "db.system.name": "postgresql" } }, () =>
    client.query(statement).catch((error: Error) => {
      client.release(error);
      throw error;
    }),
  );
  client.release(isBroken);
  if (statement === "commit" && command !== "COMMIT") {
    throw new Error("The transaction was rolled back: a statement in it failed and its error was ignored.");
  }
}
