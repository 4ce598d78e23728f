import type { Fault, FaultKind } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import type { PurchaseState } from "./states.js";

/** How the carrier behaves until it is told otherwise. */
export interface Conditions {
  SHIP: keyof typeof shipConditions;
  VOID: keyof typeof voidConditions;
  RECOVER_LABEL: keyof typeof lookConditions;
  TRACK_BY_REFERENCE: keyof typeof lookConditions;
}

export const fine: Conditions = { SHIP: "FINE", VOID: "FINE", RECOVER_LABEL: "FINE", TRACK_BY_REFERENCE: "FINE" };

/** How long a booking stays invisible to a lagging look-up. */
export const lagSeconds = 600;

interface ShipCondition {
  fault: FaultKind | null;
  isBooked: boolean;
  state: PurchaseState;
}

const unclear = (fault: FaultKind, isBooked: boolean): ShipCondition => ({ fault, isBooked, state: "UNKNOWN" });

export const shipConditions = {
  FINE: { fault: null, isBooked: true, state: "PURCHASED" },
  LOSES_ANSWER: unclear({ kind: "LOSE_ANSWER" }, true),
  HALF_ANSWER: unclear({ kind: "HALF_BODY" }, true),
  FAULT_AFTER_BOOKING: unclear({ kind: "STATUS", status: 503, afterProcessing: true }, true),
  PAGE_AFTER_BOOKING: unclear({ kind: "HTML", status: 200, afterProcessing: true }, true),
  DOWN: unclear({ kind: "STATUS", status: 500 }, false),
  RESETS: unclear({ kind: "RESET_BEFORE" }, false),
  HANGS: unclear({ kind: "HANG", seconds: 0.02 }, false),
  TOO_BUSY: { fault: { kind: "RATE_LIMIT" }, isBooked: false, state: "NOT_CREATED" },
  REFUSES_TOKEN: { fault: { kind: "UNAUTHORIZED" }, isBooked: false, state: "NOT_CREATED" },
} satisfies Record<string, ShipCondition>;

/** What a purchase sent under these conditions comes to. A refusal cannot be told when the answer is lost. */
export function shipResult({ SHIP }: Conditions, isRefused: boolean): { isBooked: boolean; state: PurchaseState } {
  const { isBooked, state } = shipConditions[SHIP];
  if (!isRefused || !isBooked) return { isBooked, state };
  return { isBooked: false, state: state === "PURCHASED" ? "REJECTED" : "UNKNOWN" };
}

/** `isDone`: the carrier voids it, whatever it answers. */
export const voidConditions: Record<string, { fault: FaultKind | null; isDone: boolean }> = {
  FINE: { fault: null, isDone: true },
  DOWN: { fault: { kind: "STATUS", status: 503 }, isDone: false },
  TOO_BUSY: { fault: { kind: "RATE_LIMIT" }, isDone: false },
  LOSES_ANSWER: { fault: { kind: "LOSE_ANSWER" }, isDone: true },
  HALF_ANSWER: { fault: { kind: "HALF_BODY" }, isDone: true },
};

export const lookConditions: Record<string, { fault: FaultKind | null }> = {
  FINE: { fault: null },
  DOWN: { fault: { kind: "STATUS", status: 503 } },
  RESETS: { fault: { kind: "RESET_BEFORE" } },
  HALF_ANSWER: { fault: { kind: "HALF_BODY" } },
  LAGS: { fault: { kind: "RECOVERY_LAG", seconds: lagSeconds } },
};

const all = {
  SHIP: shipConditions,
  VOID: voidConditions,
  RECOVER_LABEL: lookConditions,
  TRACK_BY_REFERENCE: lookConditions,
} as Record<keyof Conditions, Record<string, { fault: FaultKind | null }>>;

const forEver = 1_000_000;

/** The simulator's faults that make these conditions. */
export function faultsOf(conditions: Conditions): Fault[] {
  return (Object.keys(all) as (keyof Conditions)[]).flatMap((operation) => {
    const fault = all[operation][conditions[operation]]?.fault;
    return fault ? [{ operation, times: forEver, ...fault }] : [];
  });
}
