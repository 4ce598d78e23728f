import { isIP } from "node:net";

/** A host name as typed or as `URL.hostname` writes it (IPv6 in brackets). */
const unbracketed = (host: string) => host.replace(/^\[(.*)\]$/, "$1");

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  const name = unbracketed(host);
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}

export function isAddress(host: string): boolean {
  return isIP(unbracketed(host)) !== 0;
}
