import type { IncomingMessage } from "node:http";
import type { HttpServerOptions } from "./http-options.js";
import { isLoopbackHost } from "./known-hosts.js";
import type { Reply } from "./reply.js";

/** Where Apollo's Sandbox lives when it is opened on its own site. */
const sandboxOrigin = "https://studio.apollographql.com";
const preflightSeconds = "600";

export type CorsRule = (request: IncomingMessage) => Record<string, string>;

/** What pages may read besides the usual: when to come back, which request to ask us about, and what is left. */
const exposedHeaders = "retry-after, x-request-id, ratelimit, ratelimit-policy";

/** Which origins may read answers. Cookies are never asked for: callers prove themselves by token. */
export function createCorsRule({
  corsOrigins,
  explorers,
  localPages,
}: Pick<HttpServerOptions, "corsOrigins" | "explorers" | "localPages">): CorsRule {
  const listed = new Set([...corsOrigins, ...(explorers ? [sandboxOrigin] : [])]);
  const isAllowed = (origin: string) => listed.has(origin) || (localPages && isLocalPage(origin));
  return ({ headers }) => {
    const { origin } = headers;
    const vary = { vary: "Origin" };
    if (origin === undefined || !isAllowed(origin)) return vary;
    return { ...vary, "access-control-allow-origin": origin, "access-control-expose-headers": exposedHeaders };
  };
}

/** A front end under development, served from this machine on whatever port. */
function isLocalPage(origin: string): boolean {
  const [, host] = /^https?:\/\/([^/@]+)$/.exec(origin) ?? [];
  return host !== undefined && isLoopbackHost(host);
}

/** The answer to a browser that asks before it calls. Without the allowing headers the browser stops there. */
export function preflightReply(request: IncomingMessage, cors: Record<string, string>): Reply {
  const isAllowed = cors["access-control-allow-origin"] !== undefined;
  if (!isAllowed) return { status: 204, headers: cors };
  const asked = request.headers["access-control-request-headers"];
  return {
    status: 204,
    headers: {
      ...cors,
      vary: "Origin, Access-Control-Request-Headers",
      "access-control-allow-methods": "GET, POST, HEAD",
      "access-control-max-age": preflightSeconds,
      ...(asked !== undefined && { "access-control-allow-headers": asked }),
      // Chrome asks this when a public site calls a server on this machine.
      ...(request.headers["access-control-request-private-network"] && {
        "access-control-allow-private-network": "true",
      }),
    },
  };
}
