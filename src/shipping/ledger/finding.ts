/**
 * | kind                 | what differs                                                                            |
 * |----------------------|-----------------------------------------------------------------------------------------|
 * | `ORPHAN`             | the carrier has a booking of ours that no purchase holds                                |
 * | `POSSIBLE_ORPHAN`    | as `ORPHAN` by its reference alone, which another installation's may be taken for       |
 * | `UNKNOWN_BOOKING`    | the list has a booking that no purchase knows and that was not made here, as it seems   |
 * | `MISSING_AT_CARRIER` | labels in force here, of which the carrier knows nothing                                |
 * | `VOIDED_AT_CARRIER`  | labels in force here, and voided at the carrier                                         |
 * | `IN_FORCE_AT_CARRIER`| labels voided here, and in force at the carrier                                         |
 * | `PRICE_DIFFERS`      | the list charges something else                                                         |
 * | `CALL_WITHOUT_PURCHASE` | the call log has a purchase that there is not                                        |
 * | `OPEN`               | nobody knows yet: the worker, or a person, finds out                                    |
 * | `NO_ANSWER`          | the carrier gave no clear answer: to be asked again                                     |
 */
export type FindingKind =
  | "ORPHAN"
  | "POSSIBLE_ORPHAN"
  | "UNKNOWN_BOOKING"
  | "MISSING_AT_CARRIER"
  | "VOIDED_AT_CARRIER"
  | "IN_FORCE_AT_CARRIER"
  | "PRICE_DIFFERS"
  | "CALL_WITHOUT_PURCHASE"
  | "OPEN"
  | "NO_ANSWER";

export interface Finding {
  kind: FindingKind;
  /** Null: whose it is is not known. */
  tenantId: string | null;
  accountId: string | null;
  purchaseId: string | null;
  carrierReference: string | null;
  /** The carrier's number of the shipment, or of a package of it. */
  number: string | null;
  detail: string;
}
