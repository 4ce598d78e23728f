/** What a request says: the JSON of its body, undefined where it has none, and its address. */
export interface Asked {
  json: unknown;
  url: URL;
}

/** Wherever a client may have put it: Apollo decides which one counts, or that none does. */
export function documentsIn({ json, url }: Asked): string[] {
  return [member(json, "query"), ...url.searchParams.getAll("query")].filter((source) => typeof source === "string");
}

/** Names of documents in place of their text: `documentId`, or the hash as Apollo's clients send it. */
export function documentIdsIn({ json, url }: Asked): string[] {
  const extensions = [member(json, "extensions"), ...url.searchParams.getAll("extensions").map(parsed)];
  const ids = [member(json, "documentId"), ...url.searchParams.getAll("documentId")];
  const hashes = extensions.map((each) => member(member(each, "persistedQuery"), "sha256Hash"));
  return [...ids, ...hashes].filter((id) => typeof id === "string");
}

/** The request with the text in the place of the names. */
export function withDocument({ json, url }: Asked, query: string): Asked {
  const address = new URL(url);
  if (json !== undefined) return { json: { ...(json as object), query, ...unnamed(json) }, url };
  address.searchParams.set("query", query);
  for (const name of ["documentId", "extensions"]) address.searchParams.delete(name);
  return { json, url: address };
}

function unnamed(json: unknown) {
  const { persistedQuery: _, ...extensions } = (member(json, "extensions") ?? {}) as Record<string, unknown>;
  return { documentId: undefined, extensions };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
