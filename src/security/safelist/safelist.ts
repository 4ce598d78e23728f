import { print } from "graphql";
import { parseDocument } from "../operation-limits/parse-document.js";
import type { TrustedDocument } from "./manifest.js";

/** The operations that clients are known to send. */
export interface Safelist {
  /** Its text; null: no operation of the list has this id. */
  find(id: string): string | null;
  /** Whether the text is one of the list; blanks, commas and comments do not count. */
  has(source: string): boolean;
}

/** Throws an Error where one id stands for two texts, or a text is no GraphQL. */
export function createSafelist(documents: readonly TrustedDocument[]): Safelist {
  const byId = new Map<string, string>();
  const forms = new Set<string>();
  for (const { id, body } of documents) {
    const form = formOf(body);
    if (form === null) throw new Error(`holds no GraphQL under the id ${id}`);
    const before = byId.get(plain(id));
    if (before !== undefined && formOf(before) !== form) throw new Error(`holds two operations under the id ${id}`);
    byId.set(plain(id), body);
    forms.add(form);
  }
  const texts = new Set(byId.values());
  return {
    find: (id) => byId.get(plain(id)) ?? null,
    has: (source) => texts.has(source) || forms.has(formOf(source) ?? ""),
  };
}

/** `sha256:<hash>` is how a document id says what it is made of; Apollo's hashes stand alone. */
const plain = (id: string) => id.replace(/^sha256:/, "");

/** The one form of all ways to write a document; null: it is none. */
function formOf(source: string): string | null {
  const document = parseDocument(source);
  return document && print(document);
}
