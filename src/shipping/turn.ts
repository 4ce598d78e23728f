/** The turn of a row whose time had come: the worker that took it is given it alone. */
export interface Turn {
  tenantId: string;
  id: string;
  /** What taking it wrote to the row's `next_check_at`, as PostgreSQL prints it. Anything else there: the turn is over. */
  takenUntil: string;
}

/** How long a turn lasts. After that its worker counts as dead, and the row is due again. */
export const turnSeconds = 60;
