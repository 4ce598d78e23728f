import type { IncomingHttpHeaders } from "node:http";
import { asStranger, whileAside } from "../admission/work.js";
import { AppError } from "../errors.js";
import type { Visitor } from "../security/introspection.js";
import { isFromRouter, routerSecretHeader } from "../security/router-secret.js";
import type { HttpServerOptions } from "./http-options.js";

/** So long the issuer's keys are waited for with the place at work. */
const slowMs = 50;

/**
 * Tells who sent the request, by its headers alone: nothing else of it is looked at before. Throws UNAUTHENTICATED for
 * whoever is not the router where only that may come, for a token that is not accepted, and for none. The router may come
 * without a token, to read the SDL; such a request has the strangers' room.
 */
export async function identify(
  headers: IncomingHttpHeaders,
  { routerSecrets, authenticate }: Pick<HttpServerOptions, "routerSecrets" | "authenticate">,
): Promise<Visitor> {
  const isRouter = isFromRouter(headers[routerSecretHeader], routerSecrets);
  if (!isRouter && routerSecrets.length > 0)
    throw new AppError("UNAUTHENTICATED", "This address is for the router only.");
  // An issuer that does not give its keys keeps no place.
  const caller = await whileAside(() => authenticate(headers), slowMs);
  if (caller.kind === "anonymous" && !isRouter) throw needsToken();
  if (caller.kind === "anonymous") asStranger();
  return { caller, isRouter };
}

export function needsToken(): AppError {
  return new AppError("UNAUTHENTICATED", "This needs a token.");
}
