/**
 * `npm run ups:types`: writes src/ups/spec, the names of all that we send, from UPS's published specifications in
 * UPS_OPENAPI_DIR. Names and structure only: what UPS explains with them is not copied. With `--check` nothing is
 * written, and files that are not as they would be written are an error.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";
import { readSpecification } from "./ups-specification.js";

const folder = fileURLToPath(new URL("../../src/ups/spec/", import.meta.url));

/** What we call: file, our word for the operation (`UpsOperation`) and UPS's own. */
const called = {
  AddressValidation: { VALIDATE_ADDRESS: "AddressValidation" },
  Locator: { LOCATE: "Locator" },
  OAuthClientCredentials: { TOKEN: "CreateToken" },
  Paperless: { UPLOAD_DOCUMENT: "Upload", PUSH_DOCUMENT: "PushToImageRepository", DELETE_DOCUMENT: "Delete" },
  Rating: { RATE: "Rate" },
  Shipping: { SHIP: "Shipment", VOID: "VoidShipment", RECOVER_LABEL: "LabelRecovery" },
  TimeInTransit: { TRANSIT_TIMES: "TimeInTransit" },
  Tracking: { TRACK: "getSingleTrackResponseUsingGET", TRACK_BY_REFERENCE: "Reference Tracking API" },
};

const banner = (name) => `/**
 * Made by \`npm run ups:types\` (json-schema-to-typescript) from ${name}.yaml of UPS's published specifications,
 * github.com/UPS-API/api-documentation. MIT License, Copyright (c) 2023 UPS-API: see NOTICE. Do not edit.
 */
`;

/** One file's text: an interface that holds what goes with each operation, as `Rating["RATE"]["body"]`. */
async function typesOf(name, operations) {
  const { paths, components } = readSpecification(process.env.UPS_OPENAPI_DIR, `${name}.yaml`);
  const declared = Object.values(paths).flatMap((path) => Object.values(path));
  const sent = Object.entries(operations).map(([word, id]) => {
    const operation = declared.find(({ operationId }) => operationId === id);
    if (operation === undefined) throw new Error(`${name}.yaml has no operation ${id}`);
    return [word, sentWith(operation)];
  });
  const root = { ...objectOf(sent), definitions: referredTo(sent, components.schemas) };
  const style = { printWidth: 120 };
  const text = await compile(root, name, { additionalProperties: false, bannerComment: banner(name), style });
  // One way into the file: its other types are parts of this one.
  return text.replace(/^export (?=\w+ (\w+))/gm, (found, type) => (type === name ? found : ""));
}

/** Body, query and headers of an operation; what it has none of is left out. */
function sentWith({ requestBody, parameters }) {
  const [content] = Object.values(requestBody?.content ?? {});
  const parts = ["query", "header"].map((place) => [place, parameters.filter((parameter) => parameter.in === place)]);
  return objectOf([
    ...(content ? [["body", namesOf(content.schema)]] : []),
    ...parts.filter(([, found]) => found.length > 0).map(([place, found]) => [place, parametersOf(found)]),
  ]);
}

function parametersOf(parameters) {
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return objectOf(
    parameters.map(({ name, schema }) => [name, namesOf(schema)]),
    required,
  );
}

function objectOf(entries, required = entries.map(([name]) => name)) {
  return { type: "object", properties: Object.fromEntries(entries), required };
}

/** A schema without its texts, bounds and enumerations. Names it requires without declaring them are not its own. */
function namesOf({ $ref, type, items, properties, required = [] }) {
  if ($ref) return { $ref: `#/definitions/${schemaName($ref)}` };
  // Shipping.yaml once writes the properties of a list's elements on the list.
  if (type === "array") return { type, items: namesOf(items ?? { properties, required }) };
  if (!properties) return { type };
  const entries = Object.entries(properties).map(([name, property]) => [name, namesOf(property)]);
  return objectOf(
    entries,
    required.filter((name) => name in properties),
  );
}

/** The named schemas that these need, and those need in turn. */
function referredTo(needing, schemas, found = {}) {
  for (const [, name] of JSON.stringify(needing).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    if (name in found) continue;
    found[name] = namesOf(schemas[name]);
    referredTo(found[name], schemas, found);
  }
  return found;
}

function schemaName($ref) {
  return $ref.split("/").at(-1);
}

function fileName(name) {
  return `${name.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()}.ts`;
}

async function all() {
  const files = Object.entries(called).map(async ([name, operations]) => [
    fileName(name),
    await typesOf(name, operations),
  ]);
  return Object.fromEntries(await Promise.all(files));
}

/** The names of files that are missing, of another text, or not ours to write. */
function stale(files) {
  const present = readdirSync(folder);
  return [...new Set([...present, ...Object.keys(files)])].filter(
    (file) => !present.includes(file) || readFileSync(folder + file, "utf8") !== files[file],
  );
}

function write(files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(folder + file, text);
}

if (!process.env.UPS_OPENAPI_DIR) {
  console.error("UPS_OPENAPI_DIR must name the folder of UPS's published specifications.");
  process.exit(1);
}
const files = await all();
if (!process.argv.includes("--check")) write(files);
const old = stale(files);
if (old.length > 0) {
  console.error(`Not as UPS's specifications have it, run \`npm run ups:types\`: ${old.join(", ")}`);
  process.exit(1);
}
