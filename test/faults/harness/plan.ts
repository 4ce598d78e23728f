import type { Fault } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import { type Failpoint, failpoints } from "../../../src/failpoints.js";
import { someFault } from "./fault-mix.js";
import type { HarnessOptions } from "./options.js";
import { type Random, randomOf } from "./random.js";
import type { Focus } from "./server/mutation.js";
import type { Order } from "./server/order.js";

/** Every pause is milliseconds after the step before. */
export interface Plan {
  /** Each is struck the first time that a server comes to it. */
  firsts: Failpoint[];
  blows: (Blow & { afterMs: number })[];
  faults: { afterMs: number; fault: Fault }[];
  sessionEnds: { afterMs: number; victim: number }[];
}

/** What is done to servers, or to PostgreSQL; a victim is taken modulo the number of servers. */
export type Blow =
  | ({ kind: "FAILPOINT" } & Omit<Order, "id">)
  | { kind: "KILL"; victim: number }
  /** All servers at once. */
  | { kind: "POWER_CUT" }
  /** SIGSTOP, and SIGCONT afterwards. */
  | { kind: "SUSPEND"; victim: number; forMs: number }
  /** A session's process is killed, which ends all sessions: PostgreSQL recovers. */
  | { kind: "DATABASE_CRASH" };

const meanPauseMs = 250;
const longestMs = 1_200_000;
/** On a slow machine many find nobody at their failpoint in time. */
const blowsPerKill = 10;

/** What will go wrong, in which order: all of it follows from the seed. */
export function makePlan({ seed, kills, mutation }: Pick<HarnessOptions, "seed" | "kills" | "mutation">): Plan {
  const only = mutation?.focus ?? null;
  const random = randomOf(seed, "blows");
  const blows = only ? focusedBlows(random, kills, only) : mixedBlows(random, kills);
  return {
    firsts: only ? [] : shuffled(randomOf(seed, "firsts"), failpoints),
    blows: blows.map((blow) => ({ ...blow, afterMs: random.between(0, 2 * meanPauseMs) })),
    faults: stepsOf(randomOf(seed, "faults"), 350, (random) => ({ fault: someFault(random) })),
    sessionEnds: stepsOf(randomOf(seed, "sessions"), only?.sessionEndsEveryMs ?? 1_500, (random) => ({
      victim: random.between(0, 99),
    })),
  };
}

/** Round after round: each failpoint once, in another order, and among them what strikes anywhere. */
function mixedBlows(random: Random, kills: number): Blow[] {
  const blows: Blow[] = [];
  for (let round = 0; blows.length < blowsPerKill * kills; round += 1) {
    for (const failpoint of shuffled(random, failpoints)) {
      blows.push(killAt(random, failpoint));
      if (random.chance(0.2)) blows.push({ kind: "KILL", victim: random.between(0, 99) });
      if (random.chance(0.15)) blows.push(freezeAt(random, random.pick(failpoints)));
    }
    blows.push(random.chance(0.5) ? { kind: "POWER_CUT" } : suspend(random));
    if (round % 4 === 1) blows.push({ kind: "DATABASE_CRASH" });
  }
  return blows;
}

/** For a run that looks for one weakness. */
function focusedBlows(random: Random, kills: number, only: Focus): Blow[] {
  return Array.from({ length: blowsPerKill * kills }, (): Blow => {
    const failpoint = random.pick(only.failpoints);
    const { act, forMs, isInStep } = only;
    return { kind: "FAILPOINT", failpoint, passage: 1, act, forMs, isInStep };
  });
}

const killAt = (random: Random, failpoint: Failpoint): Blow => ({
  ...{ kind: "FAILPOINT", failpoint, passage: random.pick([1, 1, 1, 2, 3]), act: "KILL", forMs: 0 },
});

const freezeAt = (random: Random, failpoint: Failpoint): Blow => ({
  ...{ kind: "FAILPOINT", failpoint, passage: 1, act: "FREEZE", forMs: random.pick([300, 1_000, 4_000, 9_000]) },
});

/** Longer than all timeouts but those that are hours. */
const suspend = (random: Random): Blow => ({
  ...{ kind: "SUSPEND", victim: random.between(0, 99), forMs: random.between(5_000, 12_000) },
});

function shuffled<T>(random: Random, all: readonly T[]): T[] {
  return all
    .map((item) => ({ item, place: random.next() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}

/** Steps for longer than any run lasts. */
function stepsOf<T>(random: Random, meanPauseMs: number, step: (random: Random) => T): ({ afterMs: number } & T)[] {
  return Array.from({ length: Math.ceil(longestMs / meanPauseMs) }, () => ({
    afterMs: random.between(0, 2 * meanPauseMs),
    ...step(random),
  }));
}
