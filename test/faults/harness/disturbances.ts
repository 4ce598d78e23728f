import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Doing, Fleet, Server } from "./fleet.js";
import type { Kill, Plan } from "./plan.js";
import type { Stage } from "./stage.js";

/** What was broken, and in the middle of what. */
export interface Damage {
  kills: number;
  /** Requests of buyers that were under way at the killed servers. */
  cut: Record<Doing, number>;
  faults: number;
  sessionsEnded: number;
}

/** Carries out the plan until the last kill. */
export async function disturb(stage: Stage, plan: Plan): Promise<Damage> {
  const damage: Damage = { kills: 0, cut: { purchase: 0, void: 0, other: 0 }, faults: 0, sessionsEnded: 0 };
  const over = new AbortController();
  const rest = Promise.all([
    addFaults(stage, plan, damage, over.signal),
    endSessions(stage, plan, damage, over.signal),
  ]);
  for (const kill of plan.kills) {
    await sleep(kill.afterMs);
    await strike(stage.fleet, kill, damage);
  }
  over.abort();
  await rest;
  return damage;
}

/** Waits for two that work, so that one is left to be asked. */
async function strike(fleet: Fleet, { victim, isEverybody }: Kill, damage: Damage): Promise<void> {
  while (fleet.ready.length < 2) await sleep(20);
  const victims = isEverybody ? [...fleet.ready] : [fleet.ready[victim % fleet.ready.length] as Server];
  for (const server of victims) {
    for (const doing of ["purchase", "void", "other"] as const) damage.cut[doing] += server.underWay[doing];
    fleet.kill(server);
    damage.kills += 1;
  }
}

async function addFaults({ control }: Stage, { faults }: Plan, damage: Damage, signal: AbortSignal): Promise<void> {
  for (const { afterMs, fault } of faults) {
    if (!(await pause(afterMs, signal))) return;
    await control.addFault(fault);
    damage.faults += 1;
  }
}

/** As the servers' own login, which may see and end its sessions; one inside a transaction if there is any. */
async function endSessions(
  { serverUrl }: Stage,
  { sessionEnds }: Plan,
  damage: Damage,
  signal: AbortSignal,
): Promise<void> {
  const client = new Client({ connectionString: serverUrl, application_name: "harness" });
  client.on("error", () => undefined);
  await client.connect();
  for (const { afterMs, victim } of sessionEnds) {
    if (!(await pause(afterMs, signal))) break;
    const { rows } = await client.query(
      `with session as (select pid, row_number() over (order by state = 'idle', pid) - 1 as place,
           count(*) filter (where state <> 'idle') over () as busy, count(*) over () as total
         from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid())
       select pg_terminate_backend(pid) from session where place = $1 % case when busy > 0 then busy else total end`,
      [victim],
    );
    damage.sessionsEnded += rows.length;
  }
  await client.end();
}

/** False when it is over. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}
