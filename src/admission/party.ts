/**
 * Part of a tenant's work that has shares of its own: its staff, its buyers, who holds a signed link to a file, and the
 * worker on its behalf.
 */
export type PartyKind = "STAFF" | "BUYERS" | "FILES" | "WORKER";

/** For whom something is done: what is finite is shared out between tenants, and of a tenant between the kinds. */
export interface Party {
  /** From a verified token, link or row alone. Empty: nobody has shown one, or it is no tenant's. */
  tenant: string;
  kind: PartyKind;
}

/** All callers without a token together. */
export const strangers: Party = { tenant: "", kind: "BUYERS" };

export function nameOf({ tenant, kind }: Party): string {
  return `${kind} ${tenant}`;
}
