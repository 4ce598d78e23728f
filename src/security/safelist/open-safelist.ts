import { readFile } from "node:fs/promises";
import { type GraphQLSchema, parse, validate } from "graphql";
import type { Log } from "../../log.js";
import { readManifest, type TrustedDocument } from "./manifest.js";
import { createSafelist, type Safelist } from "./safelist.js";

/**
 * The operations of the manifests, read once. Throws an Error that names the file where one cannot be used. The log names
 * those that the schema does not know: their clients are refused, as without the list.
 */
export async function openSafelist(files: readonly string[], schema: GraphQLSchema, log: Log): Promise<Safelist> {
  const documents = (await Promise.all(files.map((file) => named(file, () => readFrom(file))))).flat();
  const safelist = await named(files.join(", "), async () => createSafelist(documents));
  for (const { id, body } of documents) {
    const [error] = validate(schema, parse(body, { noLocation: true }), undefined, { maxErrors: 1 });
    if (error) log.warn("An operation of the safelist does not fit the schema", { id, reason: error.message });
  }
  return safelist;
}

async function readFrom(file: string): Promise<TrustedDocument[]> {
  const text = await readFile(file, "utf8").catch(({ code }: NodeJS.ErrnoException) => {
    throw new Error(`cannot be read (${code})`);
  });
  return readManifest(text);
}

async function named<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new Error(`SAFELIST_FILE: ${file} ${(error as Error).message}.`);
  }
}
