import { refuseSchemaQuestions, type Visitor } from "../security/introspection.js";
import type { DocumentGate } from "../security/operation-limits/document-gate.js";
import { needsToken } from "../security/scopes.js";
import type { HttpServerOptions } from "./http-options.js";
import { refuseIllFormedDocument } from "./ill-formed.js";

/**
 * Throws for documents of ill-formed text, for those that the gate refuses, and for what is not the visitor's to ask;
 * UNAUTHENTICATED for anything but the schema where there is no token.
 */
export function checkDocuments(
  documents: readonly string[],
  gate: DocumentGate,
  visitor: Visitor,
  { introspection: grants, routerSecrets }: Pick<HttpServerOptions, "introspection" | "routerSecrets">,
): void {
  for (const source of documents) refuseIllFormedDocument(source);
  const facts = documents.map(gate);
  const isStranger = visitor.caller.kind === "anonymous";
  if (isStranger && (facts.length === 0 || !facts.every((each) => each?.isOfSchemaOnly))) throw needsToken();
  const hasRouter = routerSecrets.length > 0;
  for (const each of facts) if (each !== null) refuseSchemaQuestions(each, visitor, { grants, hasRouter });
}
