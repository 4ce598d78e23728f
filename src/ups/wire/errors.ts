import type { CarrierMessage } from "../../carrier/values.js";
import { refusalText } from "../words/message-text.js";
import { cleanText } from "../words/shapes.js";

/**
 * The errors of a body in any of the shapes UPS uses; empty when it holds none. Each member is read by itself: one that is
 * null, missing or of another kind costs no more than itself. Codes are compared, texts never.
 */
export function parseErrors(json: unknown): CarrierMessage[] {
  return elementsOf(json).flatMap((body) => [
    ...[...under(body, "response", "errors"), ...under(body, "errors")].flatMap(asRestError),
    ...under(body, "Response", "Error").flatMap(asEnvelopeError),
    ...under(body, "Fault").flatMap(faultErrors),
    ...under(body, "fault").flatMap(gatewayErrors),
    ...oauthErrors(body),
  ]);
}

/** The error inside a product's own envelope, `{ LocatorResponse: { Response: { Error } } }`, which 200 can carry too. */
export function parseProductErrors(json: unknown): CarrierMessage[] {
  return elementsOf(json).flatMap((body) =>
    Object.keys(isRecord(body) ? body : {})
      .filter((name) => name.endsWith("Response"))
      .flatMap((name) => under(body, name, "Response", "Error").flatMap(asEnvelopeError)),
  );
}

/** The error that some answers carry in their headers, a refusal of Ship without a body among them; null: none. */
export function parseErrorHeaders(headerOf: (name: string) => string | null): CarrierMessage | null {
  const code = [headerOf("errorcode"), headerOf("apierrorcode")].map(codeOf).find((candidate) => candidate !== "");
  if (code === undefined) return null;
  return toMessage(code, cleanText(headerOf("errordescription") || headerOf("apierrormsg") || ""));
}

/** A header that is there for every answer says "none" where there is none. */
function codeOf(header: string | null): string {
  const code = cleanText(header ?? "");
  return /^(0+|null|none|undefined)$/i.test(code) ? "" : code;
}

const asRestError = (error: unknown) =>
  typeof error === "string"
    ? messagesOf("", cleanText(error))
    : messagesOf(read(error, "code", "errorCode"), read(error, "message", "errorMessage"));

const asEnvelopeError = (error: unknown) => messagesOf(read(error, "ErrorCode"), read(error, "ErrorDescription"));

/** SOAP's fault, written as JSON by the products before REST. */
function faultErrors(fault: unknown): CarrierMessage[] {
  const details = under(fault, "detail", "Errors", "ErrorDetail", "PrimaryErrorCode").flatMap((error) =>
    messagesOf(read(error, "Code"), read(error, "Description")),
  );
  return details.length > 0 ? details : messagesOf(read(fault, "faultcode"), read(fault, "faultstring"));
}

function gatewayErrors(fault: unknown): CarrierMessage[] {
  const [detail] = under(fault, "detail");
  return messagesOf(read(detail, "errorcode"), read(fault, "faultstring"));
}

function oauthErrors(body: unknown): CarrierMessage[] {
  const [error] = under(body, "error");
  return typeof error === "object"
    ? asRestError(error)
    : messagesOf(read(body, "error"), read(body, "error_description"));
}

function messagesOf(code: string, text: string): CarrierMessage[] {
  return code === "" && text === "" ? [] : [toMessage(code, text)];
}

function toMessage(code: string, text: string): CarrierMessage {
  return { code, severity: "ERROR", text: refusalText(code, text) };
}

/** What stands at the end of the path, where each step may be a list, a single element or missing. */
function under(node: unknown, ...path: string[]): unknown[] {
  return path.reduce<unknown[]>(
    (nodes, name) => nodes.flatMap((at) => elementsOf(isRecord(at) ? at[name] : undefined)),
    elementsOf(node),
  );
}

function elementsOf(value: unknown): unknown[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((element) => element !== null && element !== undefined && element !== "");
}

/** The first of these members that is text or a number, freed of junk. */
function read(node: unknown, ...names: string[]): string {
  if (!isRecord(node)) return "";
  const values = names
    .map((name) => node[name])
    .filter((value) => typeof value === "string" || typeof value === "number");
  return values.map((value) => cleanText(String(value))).find((value) => value !== "") ?? "";
}

function isRecord(node: unknown): node is Record<string, unknown> {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}
