/**
 * `npm run schema:print`, after the subgraph's own schema: writes schema/storefront.graphql, what a storefront sees of it,
 * composed from the tag `storefront` as a router's contract variant is. With `--check` nothing is written, and a file that
 * is not as it would be written is an error.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { composeSchemaContract } from "@theguild/federation-composition";
import { buildSchema, parse, printSchema } from "graphql";

const file = (name) => fileURLToPath(new URL(`../../schema/${name}.graphql`, import.meta.url));
const note =
  "# What a storefront sees: composed from the tag `storefront` by `npm run schema:print`. Never edited by hand.\n\n";

function storefront() {
  const typeDefs = parse(readFileSync(file("shipping"), "utf8"));
  const shipping = { name: "shipping", typeDefs, url: "http://127.0.0.1/graphql" };
  const { errors, publicSdl } = composeSchemaContract(
    [shipping],
    { include: new Set(["storefront"]), exclude: new Set() },
    true,
  );
  if (errors?.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return `${note}${printSchema(buildSchema(publicSdl))}\n`;
}

const text = storefront();
if (!process.argv.includes("--check")) writeFileSync(file("storefront"), text);
else if (readFileSync(file("storefront"), "utf8") !== text) {
  console.error("schema/storefront.graphql is not as it is composed: run `npm run schema:print`.");
  process.exit(1);
}
