/** UPS's form type for papers that the shipper made. */
const OWN_FORMS = "07";

/** What InternationalForms says of uploaded documents: to be merged with the forms that UPS makes; empty: none. */
export function serialiseUploadedForms(carrierDocumentIds: readonly string[]) {
  if (carrierDocumentIds.length === 0) return { formTypes: [], members: {} };
  return { formTypes: [OWN_FORMS], members: { UserCreatedForm: { DocumentID: [...carrierDocumentIds] } } };
}
