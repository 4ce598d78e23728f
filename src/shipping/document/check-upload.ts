import type { DocumentFormat, DocumentLimits, DocumentUpload, UploadKind } from "../../carrier/documents.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { decodeBase64, decodedLength } from "./decode-base64.js";
import { looksLike, pictureOf } from "./magic-bytes.js";
import type { UploadInput } from "./upload-input.js";

/** What the carrier would be given, or everything that speaks against it. Nothing is asked or stored. */
export function checkUpload(input: UploadInput, limits: DocumentLimits): DocumentUpload | ShippingUserError[] {
  const name = input.fileName.trim();
  const bytes = sizeErrors(input.base64, limits).length === 0 ? decodeBase64(input.base64) : null;
  const format = pictureOf(formatOf(name, limits), bytes);
  const errors = [
    ...kindErrors(input, limits),
    ...nameErrors(name, format, limits),
    ...sizeErrors(input.base64, limits),
    ...contentErrors(input.base64, bytes, format, limits),
  ];
  if (errors.length > 0 || format === null || bytes === null) return errors;
  return { kind: input.kind as UploadKind, name, format, bytes };
}

function kindErrors({ kind }: UploadInput, { kinds }: DocumentLimits): ShippingUserError[] {
  if ((kinds as readonly string[]).includes(kind)) return [];
  return [
    userError("INVALID", "Documents of this kind are made by the carrier and cannot be uploaded.", ["input", "kind"]),
  ];
}

/** Other endings of the same formats, as cameras, scanners and older programs write them. */
const otherEndings: Readonly<Record<string, DocumentFormat>> = {
  ...({ jpeg: "jpg", jpe: "jpg", jfif: "jpg", pjpeg: "jpg" } as const),
  ...({ tiff: "tif", dib: "bmp", text: "txt" } as const),
};

function formatOf(name: string, { formats }: DocumentLimits): DocumentFormat | null {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const wanted = otherEndings[ending] ?? ending;
  return name.lastIndexOf(".") > 0 ? (formats.find((format) => format === wanted) ?? null) : null;
}

function nameErrors(name: string, format: DocumentFormat | null, limits: DocumentLimits): ShippingUserError[] {
  const at = ["input", "fileName"];
  if (name === "") return [userError("REQUIRED", "Give the file's name, with its ending.", at)];
  if (name.length > limits.maxNameLength)
    return [userError("TOO_LONG", `A file's name has at most ${limits.maxNameLength} characters.`, at)];
  // Also the signs that turn the direction of writing, which hide an ending.
  if (/[\p{Cc}\p{Cf}\p{Cs}/\\]/u.test(name))
    return [userError("INVALID", "Give the name alone, without folders and control characters.", at)];
  if (format === null) return [userError("INVALID", `The name must end in one of: ${limits.formats.join(", ")}.`, at)];
  return [];
}

const contentAt = ["input", "base64"];

function sizeErrors(base64: string, { maxBytes }: DocumentLimits): ShippingUserError[] {
  if (base64 === "") return [userError("REQUIRED", "Give the file's bytes in base64.", contentAt)];
  if (decodedLength(base64) <= maxBytes) return [];
  return [userError("TOO_LONG", `A file has at most ${maxBytes / 1024 / 1024} MB here.`, contentAt)];
}

function contentErrors(
  base64: string,
  bytes: Buffer | null,
  format: DocumentFormat | null,
  limits: DocumentLimits,
): ShippingUserError[] {
  if (sizeErrors(base64, limits).length > 0) return [];
  if (bytes === null) return [userError("INVALID", "This is not base64, padded and without line breaks.", contentAt)];
  if (format === null || looksLike(format, bytes)) return [];
  return [userError("INVALID", `The bytes are not those of a file ending in .${format}.`, contentAt)];
}
