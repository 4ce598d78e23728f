import { createHash } from "node:crypto";
import { z } from "zod";

/** One operation of a manifest: the id that clients send for it, and its text. */
export interface TrustedDocument {
  id: string;
  body: string;
}

/** As `generate-persisted-query-manifest`, Apollo Kotlin and Apollo iOS write it, and GraphOS reads it. */
const apolloManifest = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});

/** As GraphQL Code Generator (`persistedDocuments`) and Relay (`persistConfig.file`) write it: texts by id. */
const mapOfDocuments = z.record(z.string().min(1), z.string().min(1));

const sha256Id = /^(?:sha256:)?([0-9a-f]{64})$/;

/** Throws an Error that says what is wrong, fit for an operator's eyes, for what is neither of the two forms. */
export function readManifest(text: string): TrustedDocument[] {
  const documents = documentsOf(parsedJson(text));
  if (documents.length === 0) throw new Error("has no operation");
  for (const document of documents) refuseAltered(document);
  return documents;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("is not JSON");
  }
}

function documentsOf(json: unknown): TrustedDocument[] {
  const isApollos = typeof json === "object" && json !== null && "format" in json;
  const manifest = (isApollos ? apolloManifest : mapOfDocuments).safeParse(json);
  if (!manifest.success)
    throw new Error("is neither an Apollo persisted query manifest of version 1 nor a map of documents by their ids");
  if ("operations" in manifest.data && Array.isArray(manifest.data.operations)) return manifest.data.operations;
  return Object.entries(manifest.data as Record<string, string>).map(([id, body]) => ({ id, body }));
}

/** An id that says it is the text's SHA-256 must be it. What other ids are made of is the tools' business. */
function refuseAltered({ id, body }: TrustedDocument): void {
  const [, hash] = sha256Id.exec(id) ?? [];
  if (hash !== undefined && hash !== createHash("sha256").update(body).digest("hex"))
    throw new Error(`holds a text that is not the one of its id ${id}`);
}
