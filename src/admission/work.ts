import { AsyncLocalStorage } from "node:async_hooks";
import type { Party, PartyKind } from "./party.js";
import type { Place } from "./place.js";
import type { RequestBudget } from "./request-budget.js";

/**
 * What is worked on, which decides how many of the database's connections it may take: what was claimed and is on its
 * way to the carrier or back, and what that waits for; what costs money or gives it back; what asks the carrier or changes
 * something; what only reads; what the worker does.
 */
export type Lane = "SENDING" | "BUYING" | "ASKING" | "READING" | "WORKER";

/** A request, or a part of the worker, with all that it sets going. */
interface Work {
  /** Null: it is not known yet, or was never said. */
  lane: Lane | null;
  place: Place | null;
  /** Whose share of the tenant's it takes. */
  kind: PartyKind;
  /** Null: what is spent is not counted. */
  budget: RequestBudget | null;
}

const current = new AsyncLocalStorage<Work>();

/** Runs `work` as a request that has been let in. */
export function asRequest<T>(place: Place, kind: PartyKind, work: () => T): T {
  return current.run({ lane: null, place, kind, budget: null }, work);
}

/** Runs `work` as a part of the worker. */
export function asWorker<T>(work: () => T): T {
  return current.run({ lane: "WORKER", place: null, kind: "WORKER", budget: null }, work);
}

/** Runs `work` as what was claimed, or what claims may wait for, whoever began it: no budget stops it in the middle. */
export function asSending<T>(work: () => T): T {
  return current.run({ ...currentWork(), lane: "SENDING", budget: null }, work);
}

/** Runs `work`, which this budget bounds until its result is there. */
export async function withinBudget<T>(budget: RequestBudget, work: () => Promise<T>): Promise<T> {
  try {
    return await current.run({ ...currentWork(), budget }, work);
  } finally {
    budget.end();
  }
}

/** Runs `work`, which goes on whatever becomes of the request that began it, or is others' too. */
export function outsideBudget<T>(work: () => T): T {
  return current.run({ ...currentWork(), budget: null }, work);
}

function currentWork(): Work {
  return current.getStore() ?? { lane: null, place: null, kind: "STAFF", budget: null };
}

/** Null: what runs is bounded by none. */
export function currentBudget(): RequestBudget | null {
  return current.getStore()?.budget ?? null;
}

/** Says what the request that runs is about. */
export function chooseLane(lane: Lane): void {
  const work = current.getStore();
  if (work !== undefined) work.lane = lane;
}

export function currentLane(): Lane | null {
  return current.getStore()?.lane ?? null;
}

/** For whom what runs takes its share, of the tenant that was verified. */
export function partyOf(tenant: string): Party {
  return { tenant, kind: current.getStore()?.kind ?? "STAFF" };
}

/**
 * Waits for what others do, the carrier or a client that still sends; meanwhile another request may work.
 * `patienceMs`: for so long the place is kept, where mostly there is nothing to wait for.
 */
export async function whileAside<T>(wait: () => Promise<T>, patienceMs = 0): Promise<T> {
  const place = current.getStore()?.place;
  if (!place) return wait();
  let isAside = false;
  const stepAside = () => {
    isAside = true;
    place.stepAside();
  };
  const timer = patienceMs > 0 ? setTimeout(stepAside, patienceMs) : null;
  if (timer === null) stepAside();
  try {
    return await wait();
  } finally {
    if (timer !== null) clearTimeout(timer);
    if (isAside) place.comeBack();
  }
}
