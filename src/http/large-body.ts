import { Kind } from "graphql";
import { parseDocument } from "../security/operation-limits/parse-document.js";
import { RequestRefusal } from "./request-refusal.js";

/** What any request may be. */
export const maxBodyBytes = 1_048_576;

/** The one field whose operation may be larger. */
const uploadField = "uploadShippingDocument";

export function tooLarge(limitBytes: number): RequestRefusal {
  return new RequestRefusal(413, `The body is larger than ${limitBytes} bytes.`);
}

const quote = 0x22;

/**
 * Throws a RequestRefusal for a large body in which the text of one file is not nearly all. Looked at before it is
 * parsed: the same megabytes of brackets would cost seconds and many times their size.
 */
export function refuseUnlessOneFile(bytes: Buffer): void {
  if (bytes.length <= maxBodyBytes) return;
  let [longest, from, quotes] = [bytes.subarray(0, 0), 0, 0];
  for (let to = bytes.indexOf(quote); to !== -1 && quotes <= maxBodyBytes; to = bytes.indexOf(quote, from), quotes++) {
    if (to - from > longest.length) longest = bytes.subarray(from, to);
    from = to + 1;
  }
  if (bytes.length - longest.length > maxBodyBytes || !/^[\w+/=-]*$/.test(longest.toString("latin1"))) throw noUpload();
}

/** Throws a RequestRefusal for a large body that is anything but one upload with its file in a variable. */
export function refuseUnlessUpload(json: unknown, size: number): void {
  if (size <= maxBodyBytes) return;
  const { query = "", variables = {} } = (json ?? {}) as { query?: unknown; variables?: unknown };
  const isUpload = typeof query === "string" && query.length <= maxBodyBytes && isOneUpload(query);
  if (isUpload && size - longestText(variables) <= maxBodyBytes) return;
  throw noUpload();
}

function noUpload(): RequestRefusal {
  const only = `Only ${uploadField}, alone in its operation and with the file in a variable, may be larger.`;
  return new RequestRefusal(413, `The body is larger than ${maxBodyBytes} bytes. ${only}`);
}

function isOneUpload(query: string): boolean {
  const definitions = parseDocument(query)?.definitions ?? [];
  const [operation, ...otherOperations] = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [field, ...otherFields] = operation?.selectionSet.selections ?? [];
  const isAlone = otherOperations.length === 0 && otherFields.length === 0;
  return isAlone && field?.kind === Kind.FIELD && field.name.value === uploadField;
}

/** Without recursion: what is nested deeper than a stack is a client's to send. */
function longestText(root: unknown): number {
  const open: unknown[] = [root];
  let longest = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string") longest = Math.max(longest, value.length);
    else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) open.push(part);
  }
  return longest;
}
