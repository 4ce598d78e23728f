import type { DocumentFormat, DocumentLimits, UploadKind } from "../../carrier/documents.js";
import type { CarrierEnvironment } from "../../carrier/values.js";

/** UPS's numbers of document types. Source: Paperless.yaml, `UserCreatedFormDocumentType`. */
export const documentTypes: Record<UploadKind, string> = {
  AUTHORIZATION_FORM: "001",
  COMMERCIAL_INVOICE: "002",
  CERTIFICATE_OF_ORIGIN: "003",
  EXPORT_ACCOMPANYING_DOCUMENT: "004",
  EXPORT_LICENSE: "005",
  IMPORT_PERMIT: "006",
  USMCA_CERTIFICATE: "007",
  OTHER_CUSTOMS: "008",
  POWER_OF_ATTORNEY: "009",
  PACKING_LIST: "010",
  EXPORT_DECLARATION: "011",
  LETTER_OF_INSTRUCTION: "012",
  DECLARATION: "013",
};

const formats: readonly DocumentFormat[] = [
  ...(["bmp", "doc", "gif", "jpg", "pdf", "png"] as const),
  ...(["rtf", "tif", "txt", "xls", "docx", "xlsx"] as const),
];

const megabyte = 1024 * 1024;

/** Source: Paperless.yaml v2, `UploadRequest_UserCreatedForm`. UPS's test environment takes a tenth of the size. */
export function documentLimits(environment: CarrierEnvironment): DocumentLimits {
  return {
    kinds: Object.keys(documentTypes) as UploadKind[],
    formats: formats,
    maxBytes: environment === "TEST" ? megabyte : 10 * megabyte,
    maxNameLength: 300,
    maxPerShipment: 13,
  };
}
