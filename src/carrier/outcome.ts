import type { CarrierMessage } from "./values.js";

/** The carrier said no and said why. Asking again with the same input gives the same answer. */
export interface Rejected {
  kind: "REJECTED";
  messages: CarrierMessage[];
}

/** No usable answer; nothing is known to have happened at the carrier. Asking again later may work. */
export interface Unavailable {
  kind: "UNAVAILABLE";
  reason: "UNREACHABLE" | "TIMEOUT" | "RATE_LIMITED" | "CARRIER_FAULT" | "PROTOCOL_ERROR";
  message: string;
  retryAfterSeconds: number | null;
  messages: CarrierMessage[];
}

/** The carrier refuses the credentials, the product or the account number; `message` says which is likely. */
export interface AccountRefused {
  kind: "ACCOUNT_REFUSED";
  reason: "BAD_CREDENTIALS" | "PRODUCT_NOT_ADDED" | "WRONG_ACCOUNT";
  message: string;
  messages: CarrierMessage[];
}

/** Everything a read can come to, besides its answer. */
export type Failure = Rejected | Unavailable | AccountRefused;

export interface Answered<T> {
  kind: "ANSWERED";
  value: T;
  messages: CarrierMessage[];
}

export type Outcome<T> = Answered<T> | Failure;

/**
 * Of a call that spends money. `NOT_SENT`: the carrier provably did not process it. `UNKNOWN`: it may have;
 * never send it again, ask the carrier by reference.
 */
export type SpendOutcome<T> =
  | Answered<T>
  | Rejected
  | AccountRefused
  | {
      kind: "NOT_SENT";
      reason: Unavailable["reason"];
      message: string;
      retryAfterSeconds: number | null;
      messages: CarrierMessage[];
    }
  | { kind: "UNKNOWN"; reason: Unavailable["reason"]; message: string; messages: CarrierMessage[] };
