import type { IncomingMessage } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import { withinBudget } from "../admission/work.js";
import type { Context } from "../context.js";
import { refuseSchemaQuestions, type Visitor } from "../security/introspection.js";
import type { DocumentFacts } from "../security/operation-limits/document-facts.js";
import { createDocumentGate, type DocumentGate } from "../security/operation-limits/document-gate.js";
import { refuseLargeJson } from "../security/operation-limits/input-values.js";
import { defaultOperationLimits, type OperationLimits } from "../security/operation-limits/limits.js";
import { inSpan } from "../telemetry/spans.js";
import { type Asked, documentsIn } from "./asked.js";
import { usualSendingLimits } from "./body-reader.js";
import { budgetOf } from "./budget-of.js";
import { CountedRequest } from "./counted-request.js";
import { errorReply } from "./error-reply.js";
import type { HttpServerOptions } from "./http-options.js";
import { refuseIllFormedDocument, refuseIllFormedQuery } from "./ill-formed.js";
import { type BodyLimits, readJson } from "./read-body.js";
import type { Handler, Reply } from "./reply.js";
import { throughSafelist } from "./safelist-door.js";
import { type BodyPass, UploadDoor } from "./upload-door.js";
import { identify, needsToken } from "./visitor.js";

type EndpointOptions = Pick<
  HttpServerOptions,
  | "routerSecrets"
  | "authenticate"
  | "introspection"
  | "safelist"
  | "createContext"
  | "log"
  | "operationLimits"
  | "rateLimits"
  | "addressOf"
  | "requestBudget"
  | "sending"
>;

/**
 * GraphQL over HTTP. Who asks is known before the body is read; what is asked of the schema is refused before validation.
 * Answers are never stored: they show one tenant's shipments and prices.
 */
export function createGraphqlEndpoint(apollo: ApolloServer<Context>, options: EndpointOptions): Handler {
  const limits = { ...defaultOperationLimits, ...options.operationLimits };
  const gate = createDocumentGate(limits);
  const door = new UploadDoor();
  return async (request, url) => {
    const counted = new CountedRequest(options.rateLimits, request, options.addressOf?.(request) ?? "");
    const reply = await execute(apollo, options, { gate, door, limits, counted }, request, url).catch(
      (error: unknown) => errorReply(request, error, options.log),
    );
    return { ...reply, headers: { ...counted.headers, ...reply.headers } };
  };
}

async function execute(
  apollo: ApolloServer<Context>,
  options: EndpointOptions,
  {
    gate,
    door,
    limits,
    counted,
  }: { gate: DocumentGate; door: UploadDoor; limits: OperationLimits; counted: CountedRequest },
  request: IncomingMessage,
  url: URL,
): Promise<Reply> {
  const visitor = await identify(request.headers, options).catch((error: unknown) => counted.asStranger(error));
  await counted.beforeBody(visitor.caller);
  const pass = door.passFor(visitor.caller);
  try {
    const bodyLimits = { input: limits, sending: options.sending ?? usualSendingLimits };
    const json = request.method === "POST" ? await readCounted(request, pass, bodyLimits, counted, visitor) : undefined;
    await counted.beforeParsing(visitor.caller, documentsIn({ json, url }));
    for (const input of inputsIn(url)) refuseLargeJson(Buffer.from(input), limits);
    refuseIllFormedQuery(url.search);
    const asked = throughSafelist({ json, url }, visitor, options.safelist, options.log);
    const documents = documentsIn(asked);
    for (const source of documents) refuseIllFormedDocument(source);
    refuseForeignQuestions(documents.map(gate), visitor, options);
    const budget = budgetOf(visitor.caller, options.requestBudget);
    return await withinBudget(budget, () => answer(apollo, options, visitor, request, asked));
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

/** What cannot be read counts as well. */
async function readCounted(
  request: IncomingMessage,
  pass: BodyPass,
  limits: BodyLimits,
  counted: CountedRequest,
  { caller }: Visitor,
): Promise<unknown> {
  return readJson(request, pass, limits).catch(async (error: unknown) => {
    await counted.beforeParsing(caller, []);
    throw error;
  });
}

async function answer(
  apollo: ApolloServer<Context>,
  options: EndpointOptions,
  { caller, isRouter }: Visitor,
  request: IncomingMessage,
  { json, url }: Asked,
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

/** The JSON that Apollo would read from the address. */
function inputsIn(url: URL): string[] {
  return ["variables", "extensions"].flatMap((name) => url.searchParams.getAll(name));
}

function headersFor(request: IncomingMessage, mayTrace: boolean): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  // Traces tell how the resolvers work, which is the router's to know.
  if (!mayTrace) headers.delete("apollo-federation-include-trace");
  return headers;
}
