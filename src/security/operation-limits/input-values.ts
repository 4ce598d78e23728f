import { type OperationLimits, tooComplex } from "./limits.js";

type InputLimits = Pick<OperationLimits, "maxInputValues" | "maxInputDepth" | "maxInputKeys">;

const [quote, backslash, comma, colon] = [...'"\\,:'].map((character) => character.charCodeAt(0));
const opening: ReadonlySet<number | undefined> = new Set([..."{["].map((character) => character.charCodeAt(0)));
const closing: ReadonlySet<number | undefined> = new Set([..."}]"].map((character) => character.charCodeAt(0)));

/**
 * Throws OPERATION_TOO_COMPLEX for JSON with too many values, too deep ones, or objects of too many fields, before it is
 * parsed: that alone takes long for 100,000 names, and graphql-js quotes what is around a field in every complaint of it.
 * What is no JSON is left to those who explain it.
 */
export function refuseLargeJson(json: Buffer, limits: InputLimits): void {
  let values = 0;
  /** How many fields each object that is open has had. */
  const open: number[] = [];
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === quote) at = endOfText(json, at);
    else if (opening.has(byte)) open.push(0);
    else if (closing.has(byte)) open.pop();
    else if (byte === colon) refuseWide(addField(open), limits);
    if (byte === comma || opening.has(byte)) values += 1;
    if (values > limits.maxInputValues) throw tooMany(limits);
    if (open.length > limits.maxInputDepth) throw tooDeep(limits);
  }
}

function endOfText(json: Buffer, from: number): number {
  let end = json.indexOf(quote ?? 0, from + 1);
  while (end !== -1 && isEscaped(json, end)) end = json.indexOf(quote ?? 0, end + 1);
  return end === -1 ? json.length : end;
}

function isEscaped(json: Buffer, at: number): boolean {
  let backslashes = 0;
  while (json[at - 1 - backslashes] === backslash) backslashes += 1;
  return backslashes % 2 === 1;
}

function addField(open: number[]): number {
  const fields = (open.pop() ?? 0) + 1;
  open.push(fields);
  return fields;
}

export function refuseWide(fields: number, { maxInputKeys }: InputLimits): void {
  if (fields > maxInputKeys) throw tooComplex(`An object of the input has more than ${maxInputKeys} fields.`);
}

export function tooMany({ maxInputValues }: InputLimits) {
  return tooComplex(`The input has more than ${maxInputValues} values. Split the request.`);
}

export function tooDeep({ maxInputDepth }: InputLimits) {
  return tooComplex(`The input is nested deeper than ${maxInputDepth} levels.`);
}
