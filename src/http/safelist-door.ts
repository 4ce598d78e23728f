import { createHash } from "node:crypto";
import { AppError } from "../errors.js";
import type { Log } from "../log.js";
import type { Visitor } from "../security/introspection.js";
import type { Safelist } from "../security/safelist/safelist.js";
import { type Asked, documentIdsIn, documentsIn, withDocument } from "./asked.js";

/** `log`: what is not in the list is told and answered. `only`: it is refused, unless the router sends it. */
export interface SafelistSettings {
  mode: "log" | "only";
  operations: Safelist;
}

/**
 * The request with the text of the operation that it names. Throws PERSISTED_QUERY_NOT_IN_LIST for a name that is not in
 * the list, for one beside another text, and, where only the list's are answered, for any other text.
 */
export function throughSafelist(
  asked: Asked,
  visitor: Visitor,
  safelist: SafelistSettings | undefined,
  log: Log,
): Asked {
  if (safelist === undefined) return asked;
  const { mode, operations } = safelist;
  const [id, ...otherIds] = documentIdsIn(asked);
  const texts = documentsIn(asked);
  if (id !== undefined) return withDocument(asked, textOf([id, ...otherIds], texts, operations));
  const strange = visitor.isRouter ? undefined : texts.find((text) => !operations.has(text));
  if (strange === undefined) return asked;
  if (mode === "only") throw notInList();
  const sha256 = createHash("sha256").update(strange).digest("hex");
  log.warn("An operation is not in the safelist", { sha256, tenantId: visitor.caller.tenantId });
  return asked;
}

/** All names mean the same operation, and a text beside them is its own. */
function textOf(ids: readonly string[], texts: readonly string[], operations: Safelist): string {
  const meant = new Set(ids.map((id) => operations.find(id)));
  const [text] = meant;
  if (text == null || meant.size > 1 || texts.some((each) => each !== text)) throw notInList();
  return text;
}

function notInList(): AppError {
  return new AppError(
    "PERSISTED_QUERY_NOT_IN_LIST",
    "The operation is not in the list of those that are answered here.",
  );
}
