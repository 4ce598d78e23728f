/** What a code means for whoever asked. What is not listed is a refusal in UPS's words, and proves nothing else. */
export type Effect =
  /** Asking again may work. */
  | "TRANSIENT"
  | "RATE_LIMITED"
  | "CREDENTIALS"
  /** A 401 with a token just fetched: the product is not on the app, or still pending. */
  | "PRODUCT_NOT_ADDED"
  /** The account number is none, is not of these credentials, or may not be used for this. */
  | "ACCOUNT"
  /** The account has no contract or permission for it. */
  | "NO_CONTRACT"
  /** The account may not upload forms of its own, though the app may. */
  | "FORMS_NOT_ALLOWED"
  /** No fault of the shipment: the request itself is not as UPS takes it. */
  | "REQUEST"
  | "LANE"
  | "ADDRESS"
  | "WEIGHT"
  | "SIZE"
  | "PACKAGING"
  | "OPTION"
  | "PAYER"
  | "CUSTOMS"
  | "LABEL"
  /** Stands beside a success. */
  | "NOTICE"
  /** Of recovery: there is no such shipment (yet). Nothing else leads to "nothing was bought". */
  | "NO_SHIPMENT"
  /** Of recovery: there was one, and it is voided. */
  | "VOIDED"
  /** Of recovery: at least one shipment is there, though neither which nor its label is told. */
  | "EXISTS"
  /** Of voids: done before, or done now. */
  | "VOID_DONE"
  | "VOID_WINDOW_CLOSED"
  /** Of voids: as a whole it may be voided. */
  | "VOIDED_AS_A_WHOLE_ONLY"
  /** Of voids: this kind of shipment never is. */
  | "NEVER_VOIDED"
  | "VOID_REFUSED"
  | "NOTHING_NEAR"
  | "NO_DOCUMENT"
  | "NOTHING_TRACKED";

/**
 * PUBLISHED by UPS; CAPTURED in an answer of UPS's; PRODUCTION: seen there by an integrator who says what it was;
 * INTEGRATORS: known from what their programs do with it; INFERRED from another product's number; GUESS: nothing but ours.
 */
export type Certainty = "PUBLISHED" | "CAPTURED" | "PRODUCTION" | "INTEGRATORS" | "INFERRED" | "GUESS";

export interface Evidence {
  source: string;
  certainty: Certainty;
}

export interface ErrorCode extends Evidence {
  code: string;
  leadsTo: Effect;
  /** In our words. */
  meaning: string;
  /** What of `ShipmentDetails` is at fault; null: no one part of it, or the table does not say which. */
  path: string[] | null;
}

/** A code, what it leads to, its meaning, and the path at fault, written with dots. */
export type Row = readonly [code: string, leadsTo: Effect, meaning: string, path?: string];

export function codesFrom(evidence: Evidence, rows: readonly Row[]): ErrorCode[] {
  return rows.map(([code, leadsTo, meaning, path]) => {
    return { code, leadsTo, meaning, path: path?.split(".") ?? null, ...evidence };
  });
}
