/** What an answer looks like, values left out: each member's kinds by its path, and the codes by theirs. */
export interface Shape {
  kinds: Map<string, Set<Kind>>;
  codes: Map<string, Set<string>>;
}

export type Kind = "object" | "list" | "text" | "number" | "boolean" | "null";

/** Members whose values are codes that say what something is; others (charges, descriptions) are data. */
const coded = [
  /(^|\.)errors\.(code|errorCode)$/,
  /\.warnings\.code$/,
  /\.Error\.ErrorCode$/,
  /\.Alert\.Code$/,
  /\.ResponseStatus\.Code$/,
  /\.ResponseStatusCode$/,
  /\.SummaryResult\.Status\.Code$/,
  /\.RatedShipment\.Service\.Code$/,
  /\.services\.serviceLevel$/,
  /\.(ImageFormat|LabelImageFormat)\.Code$/,
  /^XAVResponse\.AddressClassification\.Code$/,
];

/** A list's elements stand at the list's own path, so that one element and a list of one differ in kind only. */
export function shapeOf(json: unknown): Shape {
  const shape: Shape = { kinds: new Map(), codes: new Map() };
  read(json, "", shape);
  return shape;
}

function read(value: unknown, path: string, shape: Shape): void {
  add(shape.kinds, path, kindOf(value));
  if (Array.isArray(value)) {
    for (const element of value) readMembers(element, path, shape);
    return;
  }
  if (coded.some((pattern) => pattern.test(path))) add(shape.codes, path, String(value));
  readMembers(value, path, shape);
}

function readMembers(value: unknown, path: string, shape: Shape): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const [name, member] of Object.entries(value)) read(member, path === "" ? name : `${path}.${name}`, shape);
}

function add<T>(sets: Map<string, Set<T>>, path: string, value: T): void {
  const found = sets.get(path) ?? new Set<T>();
  sets.set(path, found.add(value));
}

function kindOf(value: unknown): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return "text";
  return typeof value as "object" | "number" | "boolean";
}
