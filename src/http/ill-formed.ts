import { isUtf8 } from "node:buffer";
import { type ASTNode, type DocumentNode, Kind, type StringValueNode, visit } from "graphql";
import { AppError } from "../errors.js";
import { parseDocument } from "../security/operation-limits/parse-document.js";
import { findUnstorable, isStorable } from "../storable-text.js";

/*
 * Text that is no text is refused here once, with its place, for all that a request can say: further in it would fail
 * wherever it is met first, in the database or at the carrier, and the database would log what stood beside it.
 */

const reason = "The text is not well-formed Unicode, or holds a NUL character.";

/** A name that a client made up may be anything, a person's too. */
const plainName = /^[\w-]{1,64}$/;

function illFormed(path: readonly string[]): AppError {
  const field = path.map((name) => (plainName.test(name) ? name : "…"));
  const [first = "", ...rest] = field;
  const isVariable = first === "variables" && rest.length > 0;
  const told = isVariable ? rest : field;
  const place = isVariable ? `Variable "$${rest[0]}" is not valid at "${rest.join(".")}"` : `"${field.join(".")}"`;
  return new AppError("BAD_USER_INPUT", told.length === 0 ? reason : `${place}: ${reason}`, { field: told });
}

/** Throws BAD_USER_INPUT with the place of the text in the body's JSON. The document has places of its own: see below. */
export function refuseIllFormedJson(json: unknown): void {
  const isText = typeof json === "object" && json !== null && "query" in json && typeof json.query === "string";
  const path = findUnstorable(isText ? { ...json, query: null } : json);
  if (path !== null) throw illFormed(path);
}

/** Throws BAD_USER_INPUT for a body that is not UTF-8, with the place where that can be said. */
export function refuseUnlessUtf8(bytes: Buffer): void {
  if (!isUtf8(bytes)) throw illFormed(findBadBytes(bytes) ?? []);
}

/** Read as Latin-1 each byte is a letter, and the JSON around what is wrong is the same. */
function findBadBytes(bytes: Buffer): string[] | null {
  try {
    return findUnstorable(JSON.parse(bytes.toString("latin1")), isUtf8Text);
  } catch {
    return null;
  }
}

/** Letters beyond Latin-1 are from escapes, and no bytes. */
const isUtf8Text = (latin1: string) => isUtf8(Buffer.from(latin1.replaceAll(/[^\0-\xff]/g, "?"), "latin1"));

/** Throws BAD_USER_INPUT for a query string of bytes that are no UTF-8, or of texts that cannot be stored. */
export function refuseIllFormedQuery(search: string): void {
  const pairs = search.replace(/^\?/, "").split("&");
  for (const [name = "", value = ""] of pairs.map((pair) => pair.split(/=(.*)/s, 2))) {
    const text = decoded(value);
    if (decoded(name) === null || text === null || !isStorable(text)) throw illFormed([name]);
    if (name === "variables") refuseIllFormedJson({ variables: parsedJson(text) });
  }
}

function decoded(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded.replaceAll("+", " "));
  } catch {
    return null;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An escape of GraphQL that may stand for NUL; halves of pairs are errors of its syntax. */
const suspectEscape = /\\u(?:0000|\{0+\})/;

/** Throws BAD_USER_INPUT for a document with such a text in it, with the argument's place. */
export function refuseIllFormedDocument(source: string): void {
  if (isStorable(source) && !suspectEscape.test(source)) return;
  const document = parseDocument(source);
  if (document !== null) refuseIllFormedStrings(document);
  if (!isStorable(source)) throw illFormed(["query"]);
}

function refuseIllFormedStrings(document: DocumentNode): void {
  visit(document, {
    [Kind.STRING](node: StringValueNode, _key, parent, _path, ancestors) {
      if (!isStorable(node.value)) throw illFormed([...ancestors, parent].flatMap(nameOf));
    },
  });
}

/** Of what stands above a value; lists of its neighbours have none. */
function nameOf(above: ASTNode | readonly ASTNode[] | undefined): string[] {
  if (above === undefined || !("kind" in above)) return [];
  const isNamed = above.kind === Kind.FIELD || above.kind === Kind.ARGUMENT || above.kind === Kind.OBJECT_FIELD;
  return isNamed ? [above.name.value] : [];
}
