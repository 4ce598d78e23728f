export type PurchaseState = "PENDING" | "PURCHASED" | "REJECTED" | "UNKNOWN" | "NOT_CREATED";
export type VoidState = "NOT_VOIDED" | "VOID_PENDING" | "VOIDED" | "VOID_REFUSED";

const next: Record<PurchaseState, PurchaseState[]> = {
  PENDING: ["PURCHASED", "REJECTED", "UNKNOWN", "NOT_CREATED"],
  UNKNOWN: ["PURCHASED", "REJECTED", "NOT_CREATED"],
  PURCHASED: [],
  REJECTED: [],
  NOT_CREATED: [],
};

/** Whether a purchase may come from one state to the other, by one change or several. */
export function isLegal(from: PurchaseState, to: PurchaseState): boolean {
  return from === to || next[from].includes(to);
}

const nextVoid: Record<VoidState, VoidState[]> = {
  NOT_VOIDED: ["VOID_PENDING", "VOIDED", "VOID_REFUSED"],
  VOID_PENDING: ["VOIDED", "VOID_REFUSED"],
  VOID_REFUSED: ["VOID_PENDING", "VOIDED"],
  VOIDED: [],
};

export function isLegalVoid(from: VoidState, to: VoidState): boolean {
  return from === to || nextVoid[from].includes(to);
}
