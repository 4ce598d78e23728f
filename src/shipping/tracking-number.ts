/** A tracking number as people copy it from a label, a mail or an invoice: stored without blanks, in capitals. */
export const storedTrackingNumber = (trackingNumber: string) => trackingNumber.replaceAll(/[\s\0]/g, "").toUpperCase();
