import type { HttpServerOptions } from "../http-options.js";
import { type Handler, textReply } from "../reply.js";
import { asOneDocument, type OperationSet, readOperationSets, withFreshVariables } from "./example-operations.js";
import { pageHtml } from "./page-html.js";

const sandboxScript =
  "https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js";
const sandboxFrame = "https://sandbox.embed.apollographql.com";
const sandboxTimeoutMs = 3_000;
const frameTimeoutMs = 10_000;

/** Only this server, and Apollo's Sandbox: its script from the CDN and its frame. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' ${new URL(sandboxScript).origin}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  `frame-src ${sandboxFrame}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const forTerminals = `Shipping subgraph
  GraphQL     POST /graphql
  Health      GET  /livez, /readyz
  Explorer    open this address in a browser`;

/** The page for browsers: Apollo Sandbox, or GraphiQL where that cannot load, with every example operation filled in. */
export async function createLandingPage(options: Pick<HttpServerOptions, "authenticate">): Promise<Handler> {
  const caller = await options.authenticate({});
  const headers: Record<string, string> =
    caller.kind === "anonymous"
      ? { Authorization: "Bearer <your token>" }
      : { "Apollographql-Client-Name": "explorer" };
  return async (request) => {
    if (!request.headers.accept?.includes("text/html")) return textReply(200, forTerminals, { vary: "Accept" });
    return {
      status: 200,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "content-security-policy": contentSecurityPolicy,
        "referrer-policy": "no-referrer",
        vary: "Accept",
      },
      body: pageHtml(explorerData(await readOperationSets(), headers)),
    };
  };
}

/** What explorer.js reads from the page. */
function explorerData(operationSets: readonly OperationSet[], headers: Record<string, string>) {
  const sets = operationSets.map(({ key, title, operations }) => {
    const fresh = withFreshVariables(operations);
    return { key, title, operations: fresh, sandbox: asOneDocument(fresh) };
  });
  return { sandboxScript, sandboxTimeoutMs, sandboxFrame, frameTimeoutMs, headers, sets };
}
