/** UPS has no published list of classes: these are the codes met in evidence; unknown 4xx codes are refusals. */

/** A persisting 401 with it, while the token is fresh: the product is not on the app, or still pending. */
export const productNotAddedCodes: ReadonlySet<string> = new Set(["250002"]);

/** The account number does not belong to the credentials, or is none. */
export const wrongAccountCodes: ReadonlySet<string> = new Set(["112111", "120100", "120120"]);

/** UPS's own trouble, told as a client error: asking again may work. */
export const transientCodes: ReadonlySet<string> = new Set(["10004", "20001", "190001", "250052"]);

/** The time for voiding is over (190101), or no such shipment within it: UPS tells these apart only in part. */
export const voidWindowCodes: ReadonlySet<string> = new Set(["190101", "190102"]);

/** Said of a shipment that is asked to be voided as a whole a second time: its labels are no longer in force. */
export const alreadyVoidedCodes: ReadonlySet<string> = new Set(["190117"]);

/** The account may not upload forms of its own, though the app may: UPS has to allow "Upload Forms Created Offline". */
export const formsNotAllowedCodes: ReadonlySet<string> = new Set(["9590018"]);

/** The document is not in the forms history. UPS's own code is not in evidence; any other refusal stays a refusal. */
export const documentNotFoundCodes: ReadonlySet<string> = new Set(["9590022"]);

export const trackingNotFoundCodes: ReadonlySet<string> = new Set(["TW0001"]);

/** The account does not qualify for negotiated rates. */
export const notEnrolledAlert = "120900";

/**
 * No shipment of this number, or of this reference and shipper number, or none yet: UPS's published 300007 and its REST
 * form, seen at UPS's test host and in production. Nothing else may read as "nothing was bought".
 */
export const shipmentNotFoundCodes: ReadonlySet<string> = new Set(["9801031", "300007"]);

/** There was a shipment, and it is voided: published 300033 and its REST form, seen in production. */
export const shipmentVoidedCodes: ReadonlySet<string> = new Set(["9801040", "300033"]);
