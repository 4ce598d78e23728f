import type { IncomingMessage } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { Context } from "../context.js";
import type { Visitor } from "../security/introspection.js";
import { inSpan } from "../telemetry/spans.js";
import type { Asked } from "./asked.js";
import type { HttpServerOptions } from "./http-options.js";
import type { Reply } from "./reply.js";

/** Validates and runs what is asked, with a context of its own. */
export async function executeByApollo(
  apollo: ApolloServer<Context>,
  options: Pick<HttpServerOptions, "createContext" | "routerSecrets">,
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

function headersFor(request: IncomingMessage, mayTrace: boolean): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  // Traces tell how the resolvers work, which is the router's to know.
  if (!mayTrace) headers.delete("apollo-federation-include-trace");
  return headers;
}
