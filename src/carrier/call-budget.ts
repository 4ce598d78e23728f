/** What calls that nobody waits for are about, the most urgent first. */
export const backgroundPurposes = ["LOOK_UP", "VOID", "RATE", "TRACK"] as const;
export type BackgroundPurpose = (typeof backgroundPurposes)[number];

export type CallsByPurpose = Partial<Record<BackgroundPurpose, number>>;

/** `app`: names the credentials, which is what carriers limit by; accounts of a tenant may share them. No secret. */
export interface BudgetKey {
  tenantId: string;
  accountId: string;
  app: string;
}

/** `REFUSED`: the carrier asked for fewer calls, and for a pause of the account. `LATE`: it fails, or does not answer in time. */
export type Throttle = { kind: "REFUSED"; retryAfterSeconds: number | null } | { kind: "LATE" };

/** What this process has seen since it last told, and what it wants to call now. */
export interface BudgetReport {
  wanted: CallsByPurpose;
  /** Calls a second of buyers and askers, older ones counting less: see `loadSeconds`. */
  foregroundPerSecond: number;
  /** Why fewer calls should be made, whoever called. Null: there is no reason. */
  throttle: Throttle | null;
}

export interface BudgetShare {
  granted: CallsByPurpose;
  /** What the background may call now, all instances together. */
  callsPerSecond: number;
  /** Milliseconds for which the carrier wants none of the account; 0: it wants no pause. */
  pausedForMs: number;
  /** The carrier's limit was met lately: what buyers and askers call is worth telling. */
  isTight: boolean;
}

/** The calls of an app that nobody waits for, shared out among all instances. */
export interface CallBudgets {
  /** One short transaction. Throws what the database throws. */
  exchange(key: BudgetKey, report: BudgetReport): Promise<BudgetShare>;
}

/** Calls count in a load of calls a second for about so long: each adds 1/5, which fades with e^(-t/5 s). */
export const loadSeconds = 5;
