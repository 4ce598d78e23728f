import type { IncomingHttpHeaders } from "node:http";
import { type Party, strangers } from "../admission/party.js";
import { AppError } from "../errors.js";
import type { Visitor } from "../security/introspection.js";
import { isFromRouter, routerSecretHeader } from "../security/router-secret.js";
import { isBuyer, needsToken } from "../security/scopes.js";
import type { HttpServerOptions } from "./http-options.js";

type Doorkeeper = Pick<HttpServerOptions, "routerSecrets" | "authenticate">;

/** By the headers of one request, which are gone with it: nothing that was verified once is believed again. */
const identified = new WeakMap<IncomingHttpHeaders, Promise<Visitor>>();

/**
 * Tells who sent the request, by its headers alone: nothing else of it is looked at before, and a token is verified once,
 * whoever asks first. Throws UNAUTHENTICATED for whoever is not the router where only that may come, for a token that is
 * not accepted, and for none. The router may come without a token, to read the SDL; such a request has the strangers' room.
 */
export function identify(headers: IncomingHttpHeaders, doorkeeper: Doorkeeper): Promise<Visitor> {
  const visitor = identified.get(headers) ?? findOut(headers, doorkeeper);
  identified.set(headers, visitor);
  return visitor;
}

/** Whose shares the request takes; one that is refused takes the strangers'. */
export async function partyOfVisitor(headers: IncomingHttpHeaders, doorkeeper: Doorkeeper): Promise<Party> {
  const caller = await identify(headers, doorkeeper).then(
    (visitor) => visitor.caller,
    () => null,
  );
  if (!caller || caller.tenantId === null) return strangers;
  return { tenant: caller.tenantId, kind: isBuyer(caller) ? "BUYERS" : "STAFF" };
}

async function findOut(headers: IncomingHttpHeaders, { routerSecrets, authenticate }: Doorkeeper): Promise<Visitor> {
  const isRouter = isFromRouter(headers[routerSecretHeader], routerSecrets);
  if (!isRouter && routerSecrets.length > 0)
    throw new AppError("UNAUTHENTICATED", "This address is for the router only.");
  const caller = await authenticate(headers);
  if (caller.kind === "anonymous" && !isRouter) throw needsToken();
  return { caller, isRouter };
}
