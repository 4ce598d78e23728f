import { listAt, textAt } from "../../request/json-reading.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";

export interface UploadedForm {
  name: string;
  format: string;
  type: string;
  bytes: Buffer;
}

const FORMATS = new Set("bmp doc gif jpg pdf png rtf tif txt xls docx xlsx".split(" "));
const FORMS_PER_REQUEST = 13;
const MAX_BYTES = 10 * 1024 * 1024;
const AT = "UploadRequest.UserCreatedForm";

/** The forms of an upload, one to thirteen, each checked: what is wrong with the first wrong one is thrown. */
export function readForms(body: unknown): UploadedForm[] {
  const forms = listAt(body, AT);
  requireField(forms.length > 0, AT);
  requireBounds(forms.length <= FORMS_PER_REQUEST, AT);
  return forms.map(readForm);
}

function readForm(form: unknown): UploadedForm {
  const [name, format, type] = ["FileName", "FileFormat", "DocumentType"].map((part) => {
    const value = textAt(form, `UserCreatedForm${part}`);
    requireField(value !== "", `${AT}.UserCreatedForm${part}`);
    return value;
  }) as [string, string, string];
  requireBounds(name.length <= 300, `${AT}.UserCreatedFormFileName`);
  requireBounds(FORMATS.has(format.toLowerCase()), `${AT}.UserCreatedFormFileFormat`);
  requireBounds(/^0(0[1-9]|1[0-3])$/.test(type), `${AT}.UserCreatedFormDocumentType`);
  return { name, format: format.toLowerCase(), type, bytes: readFile(textAt(form, "UserCreatedFormFile")) };
}

function readFile(encoded: string): Buffer {
  requireField(encoded !== "", `${AT}.UserCreatedFormFile`);
  const bytes = Buffer.from(encoded, "base64");
  requireBounds(bytes.toString("base64") === encoded, `${AT}.UserCreatedFormFile`);
  requireBounds(bytes.length <= MAX_BYTES, `${AT}.UserCreatedFormFile`);
  return bytes;
}
