import type { IncomingMessage } from "node:http";

/**
 * Headers of which there is one at most: of two, who stands in front may believe the one and this server the other. Node
 * takes the first of some and joins others, without a word.
 */
const singleHeaders: ReadonlySet<string> = new Set([
  ...["host", "authorization", "router-authorization", "proxy-authorization"],
  ...["content-type", "content-length", "content-encoding", "transfer-encoding", "expect", "upgrade"],
  ...["origin", "sec-fetch-site", "access-control-request-method", "apollo-require-preflight"],
  ...["traceparent", "x-request-id", "idempotency-key", "x-http-method-override"],
]);

/** What is wrong with how a request is written, whatever it asks for; null: nothing. Node has refused the coarser faults. */
export function faultOf({ httpVersion, rawHeaders, headers }: IncomingMessage): string | null {
  if (httpVersion !== "1.1" && httpVersion !== "1.0") return "Only HTTP/1.1 and HTTP/1.0 are spoken here.";
  const repeated = firstRepeated(rawHeaders.filter((_, at) => at % 2 === 0));
  if (repeated !== null) return `The header ${repeated} is there more than once.`;
  const coding = headers["transfer-encoding"];
  // In HTTP/1.0 there is none, and whoever stands in front may not have seen where the body ends.
  if (coding !== undefined && (coding.toLowerCase() !== "chunked" || httpVersion === "1.0"))
    return "Transfer-Encoding may be chunked, in HTTP/1.1.";
  return null;
}

function firstRepeated(names: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of names.map((each) => each.toLowerCase())) {
    if (seen.has(name) && singleHeaders.has(name)) return name;
    seen.add(name);
  }
  return null;
}
