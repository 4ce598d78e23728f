import { readSpecification } from "./ups-specification.js";

/** One node of a schema, as far as the transform and the walks look at it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
}

interface Parameter {
  name: string;
  in: "path" | "query" | "header";
}

export interface Specification {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
  components: { schemas: Record<string, Schema> };
}

/** Where UPS's published specifications are; unset on machines that have none. */
export const openapiDir = process.env.UPS_OPENAPI_DIR || null;

if (!openapiDir)
  process.stderr.write("UPS_OPENAPI_DIR is not set: requests are not compared with UPS's specifications\n");

export function loadSpecification(file: string): Specification {
  return readSpecification(openapiDir ?? "", file) as Specification;
}

function resolve(specification: Specification, schema: Schema): Schema {
  const name = schema.$ref?.split("/").pop();
  return name === undefined ? schema : (specification.components.schemas[name] ?? {});
}

/** Required by the schema, not by the prose beside it or by the wire. */
const spuriousRequired: Record<string, string[]> = {
  "RATE.Shipper_Address": ["AddressLine"],
  "RATE.ShipTo_Address": ["AddressLine"],
  // "Not applicable for ADR regulation set."
  "SHIP.PackageServiceOptions_HazMat": ["TransportationMode"],
  "RATE.HazMat_HazMatChemicalRecord": ["TransportationMode"],
  // Uploaded documents alone need no products.
  "SHIP.ShipmentServiceOptions_InternationalForms": ["Product"],
  // Any part of an address will do, or none beside a geo point.
  "LOCATE.OriginAddress_AddressKeyFormat": [
    "PoliticalDivision1",
    "AddressLine",
    "PostcodePrimaryLow",
    "PoliticalDivision2",
  ],
  "SHIP.LabelRecoveryRequest": ["TrackingNumbers", "ReferenceValues"],
};

/**
 * What makes the schemas usable: no bounds that mean cardinality, no least lengths, no fixed lengths, one element or a
 * list of them, numbers for text, nothing required that is not declared.
 */
export function relax(
  specification: Specification,
  prefix: "RATE" | "SHIP" | "LOCATE" | "XAV" | "DOCUMENT" | "TRANSIT",
): Specification["components"]["schemas"] {
  const entries = Object.entries(structuredClone(specification.components.schemas));
  return Object.fromEntries(
    entries.map(([name, schema]) => [name, relaxSchema(schema, spuriousRequired[`${prefix}.${name}`] ?? [])]),
  );
}

function relaxSchema(schema: Schema, spurious: string[]): Schema {
  const { minimum, maximum, minLength, maxLength, ...rest } = schema;
  const isFixed = minLength !== undefined && minLength === maxLength;
  const relaxed: Schema = { ...rest, ...(maxLength !== undefined && !isFixed && { maxLength }) };
  if (relaxed.properties) {
    const properties = Object.entries(relaxed.properties);
    relaxed.properties = Object.fromEntries(properties.map(([name, property]) => [name, relaxSchema(property, [])]));
    const declared = relaxed.properties;
    relaxed.required = (relaxed.required ?? []).filter((name) => name in declared && !spurious.includes(name));
  }
  if (relaxed.type === "array") return relaxList(relaxed, maxLength, maximum);
  if (relaxed.type === "string" || relaxed.type === "number") relaxed.type = ["string", "number"];
  return relaxed;
}

/** Lengths written beside a list are those of its elements. */
function relaxList({ items = {} }: Schema, maxLength: number | undefined, maximum: number | undefined): Schema {
  const element = relaxSchema(
    { ...items, ...(maxLength !== undefined && items.type === "string" && { maxLength }) },
    [],
  );
  const list = { type: "array", items: element, ...(maximum !== undefined && maximum > 1 && { maxItems: maximum }) };
  return { anyOf: [list, element] };
}

/** The names in a body that its schema does not declare, as paths. */
export function undeclaredNames(specification: Specification, schema: Schema, body: unknown, path = ""): string[] {
  const resolved = resolve(specification, schema);
  if (Array.isArray(body))
    return body.flatMap((item) => undeclaredNames(specification, resolved.items ?? resolved, item, path));
  if (typeof body !== "object" || body === null) return [];
  const container = resolve(specification, resolved.type === "array" ? elementOf(resolved) : resolved);
  return Object.entries(body).flatMap(([name, value]) => {
    const place = path ? `${path}.${name}` : name;
    const next = container.properties?.[name];
    return next ? undeclaredNames(specification, next, value, place) : [place];
  });
}

/** Shipping.yaml has lists that declare their elements' properties as their own (Product_ProductIdentifier). */
function elementOf({ items, properties }: Schema): Schema {
  return items ?? (properties ? { properties } : {});
}

/** The operation of the specification that a called path is, and the query names it declares; null when there is none. */
export function findOperation(specification: Specification, method: string, path: string): Set<string> | null {
  const found = Object.entries(specification.paths).find(
    ([template, operations]) =>
      !template.includes("{deprecatedVersion}") && method in operations && templatePattern(template).test(path),
  );
  if (!found) return null;
  return new Set((found[1][method]?.parameters ?? []).map((parameter) => parameter.name));
}

function templatePattern(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, "[^/]+")}$`);
}
