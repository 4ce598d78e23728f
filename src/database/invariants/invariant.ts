/** A promise about the data, of all tenants together, as SQL that gives the rows that break it. */
export interface Invariant {
  /** The rule that holds. */
  name: string;
  /** Ids and states only: violations are printed, and people's data has no place there. */
  sql: string;
  /** True: holds only while nothing is being bought, voided or looked up. Default: always, also beside live traffic. */
  isForRest?: boolean;
}

/** Seconds of `reconcileAfterSeconds`, which the check sets. */
export const reconcileAfter = "current_setting('app.reconcile_after_seconds')::int";
