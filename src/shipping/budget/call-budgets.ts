import type { EntityManager } from "typeorm";
import type { BudgetKey, CallBudgets } from "../../carrier/call-budget.js";
import { type Database, inTenant } from "../../database/tenant-transaction.js";
import { exchange, firstPace, type Pace } from "./pace.js";

interface PaceRow {
  rate: number;
  calls: number;
  foreground: number;
  granted: number;
  limit_rate: number | null;
  counted_at: string;
  slowed_at: string | null;
  pauses: Pace["pauses"];
  refusals: string;
}

/** Instances take turns at the row for one short transaction, by the database's clock. */
const lock = `select rate, calls, foreground, granted, limit_rate, counted_at, slowed_at, pauses, refusals
  from carrier_call_budget where app = $1 for no key update`;

const clock = "select (extract(epoch from clock_timestamp()) * 1000)::float8 as now";

/** Of two that begin at once the second waits for the first, and then finds its row. */
const begin = `insert into carrier_call_budget (tenant_id, app, account_id, rate, calls, counted_at)
  values ($1, $2, $3, $4, $5, clock_timestamp()) on conflict (tenant_id, app) do nothing`;

const write = `update carrier_call_budget set account_id = $2, rate = $3, calls = $4, foreground = $5, granted = $6,
  limit_rate = $7, counted_at = $8, slowed_at = $9, pauses = $10, refusals = $11 where app = $1`;

/** `most`: calls a second that the background of one app may ever make. */
export function createCallBudgets(database: Database, most: number): CallBudgets {
  return {
    exchange: (key, report) =>
      inTenant(database, key.tenantId, async (manager) => {
        const before = (await read(manager, key)) ?? (await readBegun(manager, key, most));
        const [{ now }] = (await manager.query(clock)) as [{ now: number }];
        const { pace, share } = exchange(before, key.accountId, report, now, most);
        await store(manager, key, pace);
        return share;
      }),
  };
}

async function read(manager: EntityManager, { app }: BudgetKey): Promise<Pace | null> {
  const [row] = (await manager.query(lock, [app])) as PaceRow[];
  return row ? toPace(row) : null;
}

async function readBegun(manager: EntityManager, key: BudgetKey, most: number): Promise<Pace> {
  const { rate, calls } = firstPace(0, most);
  await manager.query(begin, [key.tenantId, key.app, key.accountId, rate, calls]);
  return (await read(manager, key)) as Pace;
}

function toPace({ limit_rate: limit, counted_at, slowed_at, refusals, ...row }: PaceRow): Pace {
  const instants = { countedAt: Date.parse(counted_at), slowedAt: inMs(slowed_at) };
  return { ...row, ...instants, limit, refusals: Number(refusals) };
}

const inMs = (instant: string | null) => (instant === null ? null : Date.parse(instant));
const asText = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

function store(manager: EntityManager, { accountId, app }: BudgetKey, pace: Pace): Promise<unknown> {
  const { rate, calls, foreground, granted, limit, countedAt, slowedAt, pauses, refusals } = pace;
  const instants = [countedAt, slowedAt].map(asText);
  return manager.query(write, [app, accountId, rate, calls, foreground, granted, limit, ...instants, pauses, refusals]);
}
