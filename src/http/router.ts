import type { IncomingMessage } from "node:http";
import { signedLinkPath } from "../security/signed-links.js";
import type { CorsRule } from "./cors.js";
import { preflightReply } from "./cors.js";
import { type Handler, type Reply, textReply } from "./reply.js";
import { faultOf } from "./request-form.js";
import { RequestRefusal } from "./request-refusal.js";
import { readTarget } from "./request-target.js";

export interface Routes {
  graphql: Handler;
  livez: Handler;
  readyz: Handler;
  downloads: Handler;
  /** Null: the page is not served. */
  landingPage: Handler | null;
  explorerFiles: Handler | null;
}

export interface RouterOptions {
  /** The path of the public URL, which a proxy may or may not strip; empty or with a leading slash. */
  basePath: string;
  cors: CorsRule;
  isKnownHost(host: string | undefined): boolean;
  /** The answer where a handler throws. */
  failed(request: IncomingMessage, error: unknown): Reply;
}

/** Finds who answers; never throws for what a client sends. */
export function createRouter(routes: Routes, options: RouterOptions) {
  return async (request: IncomingMessage): Promise<Reply> => {
    const fault = faultOf(request);
    if (fault !== null) return malformed(options.failed(request, new RequestRefusal(400, fault)));
    const url = readTarget(request.url ?? "", options.basePath);
    if (url === null) return malformed(textReply(400, "There is no such address here. GraphQL is at /graphql."));
    const health = healthRoute(routes, url.pathname);
    if (health !== null) return readOnly(health)(request, url);
    if (!options.isKnownHost(request.headers.host))
      return textReply(421, "This server is not reached under that name. Set PUBLIC_URL to the address in use.");
    if (routes.landingPage && isVisit(request, url))
      return { status: 303, headers: { location: "./", vary: "Accept" } };
    const handler = findRoute(routes, url.pathname);
    if (handler === null) return textReply(404, "Nothing here. GraphQL is at /graphql.");
    const cors = options.cors(request);
    if (request.method === "OPTIONS") return preflightReply(request, cors);
    const reply = await answerOf(handler, request, url).catch((error: unknown) => options.failed(request, error));
    return { ...reply, headers: { ...cors, ...reply.headers } };
  };
}

const answerOf = async (handler: Handler, request: IncomingMessage, url: URL) => handler(request, url);

/** Nothing more is read from a connection on which somebody writes so. */
const malformed = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, connection: "close" } });

/** Somebody who opens /graphql in a browser wants the page. */
function isVisit(request: IncomingMessage, url: URL): boolean {
  const isBare = request.method === "GET" && url.pathname === "/graphql" && url.search === "";
  return isBare && request.headers.accept?.includes("text/html") === true;
}

function healthRoute(routes: Routes, path: string): Handler | null {
  if (path === "/livez") return routes.livez;
  return path === "/readyz" ? routes.readyz : null;
}

function findRoute(routes: Routes, path: string): Handler | null {
  if (path === "/graphql") return routes.graphql;
  if (path.startsWith(`${signedLinkPath}/`)) return readOnly(routes.downloads);
  if (path === "/") return routes.landingPage && readOnly(routes.landingPage);
  return path.startsWith("/explorer/") && routes.explorerFiles ? readOnly(routes.explorerFiles) : null;
}

const readOnly =
  (handler: Handler): Handler =>
  (request, url) =>
    request.method === "GET" || request.method === "HEAD"
      ? handler(request, url)
      : textReply(405, "Only GET and HEAD are allowed here.", { allow: "GET, HEAD" });
