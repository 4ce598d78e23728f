import type { IncomingMessage } from "node:http";
import { isFromRouter, routerSecretHeader } from "../security/router-secret.js";
import type { HttpServerOptions } from "./http-options.js";

/**
 * Whose `traceparent` says whether a trace is kept: the router's, which proves itself; without a secret nobody's, but in a
 * demo, where no token is asked for, everybody's. Others could have each of their requests written down.
 */
export async function createTraceTrust({
  authenticate,
  routerSecrets,
}: Pick<HttpServerOptions, "authenticate" | "routerSecrets">): Promise<(request: IncomingMessage) => boolean> {
  if (routerSecrets.length > 0) return ({ headers }) => isFromRouter(headers[routerSecretHeader], routerSecrets);
  const { kind } = await authenticate({});
  return () => kind !== "anonymous";
}
