/** UPS's form types: papers that the shipper made, and the invoice that UPS makes. */
const ownForms = "07";
const invoice = "01";

/**
 * `InternationalForms` with the uploaded documents beside the forms that UPS makes; null: neither is there. An uploaded
 * invoice is the only one, a second is refused (128241, UPS's public table of codes): what is declared is told to UPS all
 * the same, for customs.
 */
export function withUploadedForms<Forms extends { FormType: string[] }>(
  forms: Forms | null,
  carrierDocumentIds: readonly string[],
  isInvoiceUploaded: boolean,
) {
  if (carrierDocumentIds.length === 0) return forms;
  const made = forms?.FormType.filter((type) => !(isInvoiceUploaded && type === invoice)) ?? [];
  return { ...forms, FormType: [...made, ownForms], UserCreatedForm: { DocumentID: [...carrierDocumentIds] } };
}
