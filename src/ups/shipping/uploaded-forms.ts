/** UPS's form type for papers that the shipper made. */
const ownForms = "07";

/** `InternationalForms` with the uploaded documents beside the forms that UPS makes; null: neither is there. */
export function withUploadedForms<Forms extends { FormType: string[] }>(
  forms: Forms | null,
  carrierDocumentIds: readonly string[],
) {
  if (carrierDocumentIds.length === 0) return forms;
  const UserCreatedForm = { DocumentID: [...carrierDocumentIds] };
  return { ...forms, FormType: [...(forms?.FormType ?? []), ownForms], UserCreatedForm };
}
