import type { IncomingMessage } from "node:http";
import { Refusal } from "../answer.js";

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * A browser says which page a request is from: none but the simulator's own may send any. UPS has no pages that call it,
 * and a program sends neither header.
 */
export function refuseForeignPages({ headers }: Pick<IncomingMessage, "headers">): void {
  const { origin, host, "sec-fetch-site": site } = headers;
  const isOwn = origin === undefined || (loopback.test(host ?? "") && origin === `http://${host}`);
  const isFromOwn = site === undefined || site === "same-origin" || site === "none";
  if (!isOwn || !isFromOwn) throw new Refusal("CONTROL", "The simulator answers no pages of others.", 403);
}

/**
 * The door for tests is opened under names of this machine only, which a page that rebinds its own name does not have, and
 * by nothing that a page can send without asking first: no form, no script and no image sends JSON.
 */
export function refuseForeignSteering({ method, headers, headersDistinct }: IncomingMessage): void {
  const hosts = headersDistinct.host ?? [];
  if (hosts.length !== 1 || !loopback.test(hosts[0] ?? ""))
    throw new Refusal("CONTROL", "The control door answers to loopback names only.", 403);
  const type = headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
  if (method !== "GET" && method !== "DELETE" && type !== "application/json")
    throw new Refusal("CONTROL", "The control door takes application/json only.", 415);
}
