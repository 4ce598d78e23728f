import type { SecretText } from "./secret-text.js";

export interface TokenKey {
  tenantId: string;
  accountId: string;
  credentialVersion: number;
}

export interface AccessToken {
  value: SecretText;
  expiresAt: Date;
}

/** Access tokens shared by all instances. The lease lets one instance fetch while the others wait. */
export interface TokenStore {
  read(key: TokenKey): Promise<AccessToken | null>;
  /** True when this caller may fetch a token now; the lease ends by itself after `seconds`. */
  acquireLease(key: TokenKey, seconds: number): Promise<boolean>;
  /** Stores the token and ends the lease. */
  write(key: TokenKey, token: AccessToken): Promise<void>;
  releaseLease(key: TokenKey): Promise<void>;
  /** Forgets the token if it is still the one given: a fresher one written meanwhile stays. */
  forget(key: TokenKey, token: AccessToken): Promise<void>;
}

/** What carriers are asked. `OTHER`: what no other carrier has. */
export type CarrierOperation =
  | "TOKEN"
  | "RATE"
  | "SHIP"
  | "VOID"
  | "RECOVER_LABEL"
  | "TRACK_BY_REFERENCE"
  | "TRACK"
  | "UPLOAD_DOCUMENT"
  | "PUSH_DOCUMENT"
  | "DELETE_DOCUMENT"
  | "VALIDATE_ADDRESS"
  | "LOCATE"
  | "TRANSIT_TIMES"
  | "OTHER";

/** One HTTP exchange with a carrier, without its bodies. */
export interface CarrierCall {
  tenantId: string;
  accountId: string;
  purchaseId: string | null;
  operation: CarrierOperation;
  startedAt: Date;
  durationMs: number;
  /** Null when no answer came. */
  httpStatus: number | null;
  carrierErrorCode: string | null;
  /** Our `transId` of the attempt; the carrier's support asks for it. */
  transactionId: string;
  /** The carrier's own number of the exchange, which it told with its answer; null: none. */
  carrierTransactionId: string | null;
}

export interface CallLog {
  /** Never throws and never delays the caller. */
  record(call: CarrierCall): void;
}

export interface Clock {
  now(): Date;
}
