import type { Fault } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import { someFault } from "./fault-mix.js";
import type { HarnessOptions } from "./options.js";
import { type Random, randomOf } from "./random.js";

/** Every pause is milliseconds after the step before. */
export interface Plan {
  kills: Kill[];
  faults: { afterMs: number; fault: Fault }[];
  sessionEnds: { afterMs: number; victim: number }[];
}

export interface Kill {
  afterMs: number;
  /** Which of the ready servers; taken modulo their number. */
  victim: number;
  /** As when the power fails: all of them. */
  isEverybody: boolean;
}

const meanKillPauseMs = 600;
const longestMs = 600_000;

/** What will go wrong, in which order: all of it follows from the seed. */
export function makePlan({ seed, kills }: HarnessOptions): Plan {
  return {
    kills: killsOf(randomOf(seed, "kills"), kills),
    faults: stepsOf(randomOf(seed, "faults"), 350, (random) => ({ fault: someFault(random) })),
    sessionEnds: stepsOf(randomOf(seed, "sessions"), 1_500, (random) => ({ victim: random.between(0, 99) })),
  };
}

function killsOf(random: Random, count: number): Kill[] {
  return Array.from({ length: count }, () => ({
    afterMs: random.between(0, 2 * meanKillPauseMs),
    victim: random.between(0, 99),
    isEverybody: random.chance(0.04),
  }));
}

/** Steps for longer than any run lasts. */
function stepsOf<T>(random: Random, meanPauseMs: number, step: (random: Random) => T): ({ afterMs: number } & T)[] {
  return Array.from({ length: Math.ceil(longestMs / meanPauseMs) }, () => ({
    afterMs: random.between(0, 2 * meanPauseMs),
    ...step(random),
  }));
}
