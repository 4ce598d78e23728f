import type { IncomingMessage } from "node:http";
import { AppError, type AppErrorCode } from "../errors.js";
import type { Log } from "../log.js";
import { RateLimited } from "../rate-limits/rate-limited.js";
import { errorExtensions } from "./format-error.js";
import type { Reply } from "./reply.js";
import { RequestRefusal } from "./request-refusal.js";

const graphqlResponse = "application/graphql-response+json";

/** An answer to a request that never became an operation, in the form of a GraphQL answer. */
export function errorReply(request: IncomingMessage, error: unknown, log: Log): Reply {
  if (error instanceof RequestRefusal) {
    const headers: Record<string, string> = [408, 413].includes(error.status) ? { connection: "close" } : {};
    return reply(request, error.status, error.message, errorExtensions("BAD_REQUEST"), headers);
  }
  if (error instanceof AppError) {
    const [status, headers] = statusOf(error);
    return reply(request, status, error.message, errorExtensions(error.code, error), headers);
  }
  log.error("A request failed unexpectedly", { error });
  return reply(request, 500, "Something went wrong.", errorExtensions("INTERNAL_SERVER_ERROR"));
}

/** What the request itself is to blame for. */
const requestFaults: ReadonlySet<AppErrorCode> = new Set([
  "BAD_USER_INPUT",
  "TOO_MANY_ITEMS",
  "OPERATION_TOO_COMPLEX",
  "PERSISTED_QUERY_NOT_IN_LIST",
]);

/** A token that cannot be checked for now may be good: the client must not throw it away. */
function statusOf(error: AppError): [number, Record<string, string>] {
  if (error instanceof RateLimited) return [429, error.headers];
  if (error.retryable) return [503, { "retry-after": String(error.retryAfterSeconds ?? 5) }];
  if (requestFaults.has(error.code)) return [400, {}];
  if (error.code === "FORBIDDEN") return [403, {}];
  return error.code === "UNAUTHENTICATED" ? [401, { "www-authenticate": "Bearer" }] : [500, {}];
}

function reply(
  request: IncomingMessage,
  status: number,
  message: string,
  extensions: object,
  headers: Record<string, string> = {},
): Reply {
  const type = request.headers.accept?.includes(graphqlResponse) ? graphqlResponse : "application/json";
  return {
    status,
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store", ...headers },
    body: JSON.stringify({ errors: [{ message, extensions }] }),
  };
}
