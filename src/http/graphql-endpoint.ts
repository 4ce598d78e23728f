import type { IncomingMessage } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { Context } from "../context.js";
import { refuseSchemaQuestions, type Visitor } from "../security/introspection.js";
import type { DocumentFacts } from "../security/operation-limits/document-facts.js";
import { createDocumentGate, type DocumentGate } from "../security/operation-limits/document-gate.js";
import { defaultOperationLimits } from "../security/operation-limits/limits.js";
import { inSpan } from "../telemetry/spans.js";
import { errorReply } from "./error-reply.js";
import type { HttpServerOptions } from "./http-options.js";
import { readJson } from "./read-body.js";
import type { Handler, Reply } from "./reply.js";
import { UploadDoor } from "./upload-door.js";
import { identify, needsToken } from "./visitor.js";

type EndpointOptions = Pick<
  HttpServerOptions,
  "routerSecrets" | "authenticate" | "introspection" | "createContext" | "log" | "operationLimits"
>;

/**
 * GraphQL over HTTP. Who asks is known before the body is read; what is asked of the schema is refused before validation.
 * Answers are never stored: they show one tenant's shipments and prices.
 */
export function createGraphqlEndpoint(apollo: ApolloServer<Context>, options: EndpointOptions): Handler {
  const gate = createDocumentGate({ ...defaultOperationLimits, ...options.operationLimits });
  const door = new UploadDoor();
  return async (request, url) => {
    try {
      return await execute(apollo, options, { gate, door }, request, url);
    } catch (error) {
      return errorReply(request, error, options.log);
    }
  };
}

async function execute(
  apollo: ApolloServer<Context>,
  options: EndpointOptions,
  { gate, door }: { gate: DocumentGate; door: UploadDoor },
  request: IncomingMessage,
  url: URL,
): Promise<Reply> {
  const visitor = await identify(request.headers, options);
  const pass = door.passFor(visitor.caller);
  try {
    const json = request.method === "POST" ? await readJson(request, pass) : undefined;
    refuseForeignQuestions(documentsIn(json, url).map(gate), visitor, options);
    return await answer(apollo, options, visitor, request, url, json);
  } finally {
    pass.leave();
  }
}

/** Throws for what is not the visitor's to ask; UNAUTHENTICATED for anything but the schema where there is no token. */
function refuseForeignQuestions(
  documents: readonly (DocumentFacts | null)[],
  visitor: Visitor,
  { introspection: grants, routerSecrets }: EndpointOptions,
): void {
  const isStranger = visitor.caller.kind === "anonymous";
  if (isStranger && (documents.length === 0 || !documents.every((facts) => facts?.isOfSchemaOnly))) throw needsToken();
  for (const facts of documents)
    if (facts !== null) refuseSchemaQuestions(facts, visitor, { grants, hasRouter: routerSecrets.length > 0 });
}

async function answer(
  apollo: ApolloServer<Context>,
  options: EndpointOptions,
  { caller, isRouter }: Visitor,
  request: IncomingMessage,
  url: URL,
  json: unknown,
): Promise<Reply> {
  const httpGraphQLRequest = {
    ...{ method: request.method ?? "", headers: headersFor(request, isRouter || options.routerSecrets.length === 0) },
    ...{ search: url.search, body: json },
  };
  // Apollo copies own properties, which would call the context's getters; inherited ones stay what they are.
  const context = async () => Object.create(options.createContext(caller)) as Context;
  const { status, headers, body } = await inSpan("graphql", {}, () =>
    apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }),
  );
  if (body.kind !== "complete") throw new Error("Incremental delivery is not offered.");
  return {
    status: status ?? 200,
    headers: { ...Object.fromEntries(headers), "cache-control": "no-store" },
    body: body.string,
  };
}

/** Wherever a client may have put it: Apollo decides which one counts, or that none does. */
function documentsIn(json: unknown, url: URL): string[] {
  const inBody = typeof json === "object" && json !== null && "query" in json ? json.query : null;
  return [inBody, ...url.searchParams.getAll("query")].filter((source) => typeof source === "string");
}

function headersFor(request: IncomingMessage, mayTrace: boolean): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  // Traces tell how the resolvers work, which is the router's to know.
  if (!mayTrace) headers.delete("apollo-federation-include-trace");
  return headers;
}
