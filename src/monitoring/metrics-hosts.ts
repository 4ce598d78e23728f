import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * Whether the metrics are asked for under an address, as localhost, or by one of these names. A page that points a name of
 * its own at this port (DNS rebinding) has none of them, and could read the answer otherwise.
 */
export function isAskedForByKnownName({ headersDistinct }: IncomingMessage, names: readonly string[]): boolean {
  const [host, ...more] = headersDistinct.host ?? [];
  if (host === undefined || more.length > 0) return false;
  const [, bracketed, plain] = /^(?:\[([\da-f:.]+)\]|([^:]+))(?::\d+)?$/i.exec(host) ?? [];
  const name = (bracketed ?? plain ?? "").toLowerCase();
  return isIP(name) !== 0 || name === "localhost" || names.includes(name);
}
