import type { CarrierMessage } from "./values.js";

export type CarrierProduct =
  | "AUTHORIZATION"
  | "RATING"
  | "SHIPPING"
  | "ADDRESS_VALIDATION"
  | "LOCATOR"
  | "PAPERLESS_DOCUMENTS"
  | "TRACKING"
  | "TIME_IN_TRANSIT";

export type CarrierProductState =
  | "OK"
  | "NOT_CHECKED"
  | "NOT_ADDED_OR_PENDING"
  | "BAD_CREDENTIALS"
  | "WRONG_ACCOUNT"
  | "UNAVAILABLE";

/** What one product of the carrier answered; `setupStepKey` names the step of the setup guide to repeat, null when OK. */
export interface ProductCheck {
  product: CarrierProduct;
  state: CarrierProductState;
  setupStepKey: string | null;
  messages: CarrierMessage[];
  /** Of RATING: whether the answer held prices of the account's own; null: it did not tell. Absent: another product. */
  negotiatedRates?: "ENROLLED" | "NOT_ENROLLED" | null;
}
