import type { Credentials } from "./credentials.js";
import type { Address, CarrierEnvironment } from "./values.js";

/** What an adapter needs to act for one merchant's account. Tokens are kept per (accountId, credentialVersion). */
export interface CarrierAccountAccess {
  tenantId: string;
  accountId: string;
  environment: CarrierEnvironment;
  /** Text: leading zeros matter. */
  accountNumber: string;
  credentialVersion: number;
  credentials: Credentials;
  /** The account's registered address: the shipper, whoever the sender of one shipment is. */
  shipper: Address;
}

/**
 * Who waits for a call. `BUYING`: a buyer, for a label or for what must be known before one is bought; nobody else's calls
 * may slow it. `ASKING`: a person, for an answer. `BACKGROUND`: nobody, it is made when the carrier has time for it.
 */
export type Urgency = "BUYING" | "ASKING" | "BACKGROUND";

/** For whom and until when one carrier call is made. */
export interface CallContext {
  /** Ties the calls of one purchase together in the call log; null for calls that belong to no purchase. */
  purchaseId: string | null;
  /** Absent: BUYING for what spends or gives back money, ASKING for all else. */
  urgency?: Urgency;
  /**
   * Milliseconds for the whole operation, retries included, but not the wait for `mayLeave`; absent: the adapter's own
   * limit for the operation.
   */
  timeoutMs?: number;
  /**
   * Of a call that costs money: awaited just before its first byte may leave, each time. False: it must not leave, and the
   * outcome is NOT_SENT.
   */
  mayLeave?: () => Promise<boolean>;
  /** Milliseconds to wait at most for anything before the first byte; what has not left by then is NOT_SENT. */
  leaveWithinMs?: number;
}
