/** UPS has no published list of classes: these are the codes met in evidence; unknown 4xx codes are refusals. */

/** A persisting 401 with it, while the token is fresh: the product is not on the app, or still pending. */
export const PRODUCT_NOT_ADDED_CODES: ReadonlySet<string> = new Set(["250002"]);

/** The account number does not belong to the credentials, or is none. */
export const WRONG_ACCOUNT_CODES: ReadonlySet<string> = new Set(["112111", "120100", "120120"]);

/** UPS's own trouble, told as a client error: asking again may work. */
export const TRANSIENT_CODES: ReadonlySet<string> = new Set(["10004", "20001", "190001", "250052"]);

/** Outside the void window or no such shipment: UPS does not tell these apart. */
export const VOID_WINDOW_CODES: ReadonlySet<string> = new Set(["190102"]);

/** The account may not upload forms of its own, though the app may: UPS has to allow "Upload Forms Created Offline". */
export const FORMS_NOT_ALLOWED_CODES: ReadonlySet<string> = new Set(["9590018"]);

/** The document is not in the forms history. UPS's own code is not in evidence; any other refusal stays a refusal. */
export const DOCUMENT_NOT_FOUND_CODES: ReadonlySet<string> = new Set(["9590022"]);

export const TRACKING_NOT_FOUND_CODES: ReadonlySet<string> = new Set(["TW0001"]);

/** The account does not qualify for negotiated rates. */
export const NOT_ENROLLED_ALERT = "120900";

/**
 * No label under this number or reference. UPS's own code is not in evidence; any other refusal stays a refusal, so that
 * an unknown word from UPS never reads as "nothing was bought".
 */
export const LABEL_NOT_FOUND_CODES: ReadonlySet<string> = new Set(["300022"]);
