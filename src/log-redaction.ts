import { types } from "node:util";

/**
 * What never reaches a log line, whoever logs it. Field names are compared in lower case without `-` and `_`;
 * the lists err on the side of silence: `name` hides a person and, now and then, something harmless.
 */
const secretNames =
  /(secret|password|passphrase|token|authorization|privatekey|apikey|credentials|cookie|jwt|signature)$/;
const personalNames =
  /(address|addresses|phone|phonenumber|email|street|taxid|accountnumber|postalcode|receivedby|(person|contact|recipient|attention|first|last|full|company|shipper|display)name)$/;
const wholeNames = new Set(
  [
    "name company attention lines line1 line2 line3 addressline addresslines shipto shipfrom shipper recipient sender",
    "variables input body request response payload parameters headers plain databaseurl connectionstring",
    "image graphicimage labelimage label",
  ].flatMap((names) => names.split(" ")),
);

const longestText = 2_000;
const deepest = 4;
const mostItems = 50;

function isHidden(name: string): boolean {
  const plain = name.toLowerCase().replaceAll(/[-_]/g, "");
  return wholeNames.has(plain) || secretNames.test(plain) || personalNames.test(plain);
}

/** The text without tokens, passwords in URLs and the signatures of links; long text (file bytes) only by its length. */
export function redactText(text: string): string {
  if (text.length > longestText) return `[${text.length} characters]`;
  return text
    .replaceAll(/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, "[token]")
    .replaceAll(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, "$1 [redacted]")
    .replaceAll(/([?&;](?:signature|token|access_token|client_secret|code)=)[^&\s"']+/gi, "$1[redacted]")
    .replaceAll(/(\w:\/\/)[^\s/@]*:[^\s@]*@/g, "$1[redacted]@");
}

// Only these: drivers hang statements, parameters and rows with personal data on their errors.
function redactError(error: Error, depth: number): Record<string, unknown> {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    type: error.name,
    message: redactText(withoutQuoted(error, error.message)),
    ...(typeof code === "string" && { code }),
    ...(error.stack !== undefined && { stack: redactText(withoutQuoted(error, error.stack).slice(0, longestText)) }),
    ...(cause !== undefined && { cause: redactValue(cause, depth + 1) }),
  };
}

/** What could not be parsed is quoted in the error's message, and so in its stack: JSON of anybody's. */
function withoutQuoted(error: Error, text: string): string {
  return error instanceof SyntaxError ? text.replaceAll(/".*"/gs, '"…"') : text;
}

function redactObject(value: object, depth: number): unknown {
  if (types.isNativeError(value)) return redactError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => redactValue(item, depth + 1));
  if ("toJSON" in value && typeof value.toJSON === "function") return redactValue(value.toJSON(), depth + 1);
  return redactFields(value, depth + 1);
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  return depth >= deepest ? "[deep]" : redactObject(value, depth);
}

/** A copy that is safe to log: bounded in depth and length, no secret, no personal data, no file bytes. Never throws on cycles. */
export function redactFields(fields: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .slice(0, mostItems)
      .map(([name, value]) => [
        name,
        isHidden(name) && value !== null && value !== undefined ? "[redacted]" : redactValue(value, depth),
      ]),
  );
}
