import type { IncomingMessage } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import { asStranger, whileAside } from "../admission/work.js";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";
import { createDocumentGate, type DocumentGate } from "../security/operation-limits/document-gate.js";
import { defaultOperationLimits } from "../security/operation-limits/limits.js";
import { isFromRouter, routerSecretHeader } from "../security/router-secret.js";
import type { Caller } from "../security/scopes.js";
import { inSpan } from "../telemetry/spans.js";
import { errorReply } from "./error-reply.js";
import type { HttpServerOptions } from "./http-options.js";
import { readJson } from "./read-body.js";
import type { Handler, Reply } from "./reply.js";
import { UploadDoor } from "./upload-door.js";

type EndpointOptions = Pick<
  HttpServerOptions,
  "routerSecrets" | "authenticate" | "createContext" | "log" | "operationLimits"
>;

/** So long the issuer's keys are waited for with the place at work. */
const slowMs = 50;

/**
 * GraphQL over HTTP. A wrong router secret or token is refused before the body is read; a caller without a token is
 * let in, and the fields say UNAUTHENTICATED. Answers are never stored: they show one tenant's shipments and prices.
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
  if (!isFromRouter(request.headers[routerSecretHeader], options.routerSecrets))
    throw new AppError("UNAUTHENTICATED", "This address is for the router only.");
  // An issuer that does not give its keys keeps no place.
  const caller = await whileAside(() => options.authenticate(request.headers), slowMs);
  if (caller.kind === "anonymous") asStranger();
  const pass = door.passFor(caller);
  try {
    const json = request.method === "POST" ? await readJson(request, pass) : undefined;
    for (const source of documentsIn(json, url)) gate(source);
    return await answer(apollo, options, caller, request, url, json);
  } finally {
    pass.leave();
  }
}

async function answer(
  apollo: ApolloServer<Context>,
  options: EndpointOptions,
  caller: Caller,
  request: IncomingMessage,
  url: URL,
  json: unknown,
): Promise<Reply> {
  const httpGraphQLRequest = {
    ...{ method: request.method ?? "", headers: headersFor(request, caller) },
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

function headersFor(request: IncomingMessage, caller: Caller): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  // Traces tell how the resolvers work: nothing for strangers.
  if (caller.kind === "anonymous") headers.delete("apollo-federation-include-trace");
  return headers;
}
