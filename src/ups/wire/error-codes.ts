/** UPS has no published list of classes: these are the codes met in evidence; unknown 4xx codes are refusals. */

/** A persisting 401 with it, while the token is fresh: the product is not on the app, or still pending. */
export const PRODUCT_NOT_ADDED_CODES: ReadonlySet<string> = new Set(["250002"]);

/** The account number does not belong to the credentials, or is none. */
export const WRONG_ACCOUNT_CODES: ReadonlySet<string> = new Set(["112111", "120100", "120120"]);

/** UPS's own trouble, told as a client error: asking again may work. */
export const TRANSIENT_CODES: ReadonlySet<string> = new Set(["10004", "20001", "190001", "250052"]);

/** The time for voiding is over (190101), or no such shipment within it: UPS tells these apart only in part. */
export const VOID_WINDOW_CODES: ReadonlySet<string> = new Set(["190101", "190102"]);

/** Said of a shipment that is asked to be voided as a whole a second time: its labels are no longer in force. */
export const ALREADY_VOIDED_CODES: ReadonlySet<string> = new Set(["190117"]);

/** The account may not upload forms of its own, though the app may: UPS has to allow "Upload Forms Created Offline". */
export const FORMS_NOT_ALLOWED_CODES: ReadonlySet<string> = new Set(["9590018"]);

/** The document is not in the forms history. UPS's own code is not in evidence; any other refusal stays a refusal. */
export const DOCUMENT_NOT_FOUND_CODES: ReadonlySet<string> = new Set(["9590022"]);

export const TRACKING_NOT_FOUND_CODES: ReadonlySet<string> = new Set(["TW0001"]);

/** The account does not qualify for negotiated rates. */
export const NOT_ENROLLED_ALERT = "120900";

/**
 * No shipment of this number, or of this reference and shipper number, or none yet: UPS's published 300007 and its REST
 * form, seen at UPS's test host and in production. Nothing else may read as "nothing was bought".
 */
export const SHIPMENT_NOT_FOUND_CODES: ReadonlySet<string> = new Set(["9801031", "300007"]);

/** There was a shipment, and it is voided: published 300033 and its REST form, seen in production. */
export const SHIPMENT_VOIDED_CODES: ReadonlySet<string> = new Set(["9801040", "300033"]);
