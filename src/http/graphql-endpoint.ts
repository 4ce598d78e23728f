import type { IncomingMessage } from "node:http";
import type { ApolloServer } from "@apollo/server";
import { withinBudget } from "../admission/work.js";
import type { Context } from "../context.js";
import { createDocumentGate, type DocumentGate } from "../security/operation-limits/document-gate.js";
import { defaultOperationLimits } from "../security/operation-limits/limits.js";
import { documentsIn } from "./asked.js";
import { usualSendingLimits } from "./body-reader.js";
import { budgetOf } from "./budget-of.js";
import { checkDocuments } from "./check-documents.js";
import { CountedRequest } from "./counted-request.js";
import { errorReply } from "./error-reply.js";
import { executeByApollo } from "./execute-by-apollo.js";
import type { HttpServerOptions } from "./http-options.js";
import { readAsked } from "./read-asked.js";
import type { BodyLimits } from "./read-body.js";
import type { Handler, Reply } from "./reply.js";
import { throughSafelist } from "./safelist-door.js";
import { UploadDoor } from "./upload-door.js";
import { identify } from "./visitor.js";

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

/** What an endpoint has for all of its requests. */
interface Endpoint {
  apollo: ApolloServer<Context>;
  options: EndpointOptions;
  gate: DocumentGate;
  door: UploadDoor;
  bodyLimits: BodyLimits;
}

/** GraphQL over HTTP. Answers are never stored: they show one tenant's shipments and prices. */
export function createGraphqlEndpoint(apollo: ApolloServer<Context>, options: EndpointOptions): Handler {
  const input = { ...defaultOperationLimits, ...options.operationLimits };
  const bodyLimits = { input, sending: options.sending ?? usualSendingLimits };
  const endpoint = { apollo, options, gate: createDocumentGate(input), door: new UploadDoor(), bodyLimits };
  return async (request, url) => {
    const counted = new CountedRequest(options.rateLimits, request, options.addressOf?.(request) ?? "");
    const reply = await execute(endpoint, counted, request, url).catch((error: unknown) =>
      errorReply(request, error, options.log),
    );
    return { ...reply, headers: { ...counted.headers, ...reply.headers } };
  };
}

/**
 * Each step refuses what the next would spend something on: who asks is known before the body is read, how often they
 * may before it is parsed, and what they may ask of the schema before it is validated.
 */
async function execute(
  { apollo, options, gate, door, bodyLimits }: Endpoint,
  counted: CountedRequest,
  request: IncomingMessage,
  url: URL,
): Promise<Reply> {
  const visitor = await identify(request.headers, options).catch((error: unknown) => counted.asStranger(error));
  const { caller } = visitor;
  await counted.beforeBody(caller);
  const pass = door.passFor(caller);
  try {
    const sent = await readAsked(request, url, pass, bodyLimits, (documents) =>
      counted.beforeParsing(caller, documents),
    );
    const asked = throughSafelist(sent, visitor, options.safelist, options.log);
    checkDocuments(documentsIn(asked), gate, visitor, options);
    const budget = budgetOf(caller, options.requestBudget);
    return await withinBudget(budget, () => executeByApollo(apollo, options, visitor, request, asked));
  } finally {
    pass.leave();
  }
}
