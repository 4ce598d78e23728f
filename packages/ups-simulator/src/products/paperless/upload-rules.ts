import { listAt, textAt } from "../../request/json-reading.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";

export interface UploadedForm {
  name: string;
  format: string;
  type: string;
  bytes: Buffer;
}

const formats = new Set("bmp doc gif jpg pdf png rtf tif txt xls docx xlsx".split(" "));
const formsPerRequest = 13;
const maxBytes = 10 * 1024 * 1024;
const root = "UploadRequest.UserCreatedForm";

/** The forms of an upload, one to thirteen, each checked: what is wrong with the first wrong one is thrown. */
export function readForms(body: unknown): UploadedForm[] {
  const forms = listAt(body, root);
  requireField(forms.length > 0, root);
  requireBounds(forms.length <= formsPerRequest, root);
  return forms.map(readForm);
}

function readForm(form: unknown): UploadedForm {
  const [name, format, type] = ["FileName", "FileFormat", "DocumentType"].map((part) => {
    const value = textAt(form, `UserCreatedForm${part}`);
    requireField(value !== "", `${root}.UserCreatedForm${part}`);
    return value;
  }) as [string, string, string];
  requireBounds(name.length <= 300, `${root}.UserCreatedFormFileName`);
  requireBounds(formats.has(format.toLowerCase()), `${root}.UserCreatedFormFileFormat`);
  requireBounds(/^0(0[1-9]|1[0-3])$/.test(type), `${root}.UserCreatedFormDocumentType`);
  return { name, format: format.toLowerCase(), type, bytes: readFile(textAt(form, "UserCreatedFormFile")) };
}

function readFile(encoded: string): Buffer {
  requireField(encoded !== "", `${root}.UserCreatedFormFile`);
  const bytes = Buffer.from(encoded, "base64");
  requireBounds(bytes.toString("base64") === encoded, `${root}.UserCreatedFormFile`);
  requireBounds(bytes.length <= maxBytes, `${root}.UserCreatedFormFile`);
  return bytes;
}
