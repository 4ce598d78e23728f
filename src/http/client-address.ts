import type { IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv6 } from "node:net";
import type { Config } from "../config.js";

export type AddressOf = (request: IncomingMessage) => string;

/**
 * Where a request comes from: the nearest address that is no proxy of ours, of those in `X-Forwarded-For` and the
 * connection's own. Nothing that a stranger has written himself is believed. Of IPv6 the network of 64 bits, in which one
 * machine may have as many addresses as it likes.
 */
export function createAddressOf(trustedProxies: Config["trustedProxies"]): AddressOf {
  const proxies = new BlockList();
  for (const { address, prefix, family } of trustedProxies) proxies.addSubnet(address, prefix, family);
  const isOurs = (address: string) => proxies.check(address, isIPv6(address) ? "ipv6" : "ipv4");
  return ({ socket, headers }) => {
    const forwarded = String(headers["x-forwarded-for"] ?? "").split(",");
    let nearest = plain(socket.remoteAddress ?? "");
    for (const hop of forwarded.reverse().map((each) => plain(each.trim()))) {
      if (isIP(hop) === 0 || !isOurs(nearest)) break;
      nearest = hop;
    }
    return isIPv6(nearest) ? networkOf(nearest) : nearest;
  };
}

/** Of an IPv4 address without what a socket of both families writes before it (`::ffff:`), of IPv6 without the interface. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");

function networkOf(address: string): string {
  const [left = [], right] = address.split("::").map((half) => half.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: right === undefined ? 0 : 8 - left.length - right.length }, () => "0");
  return [...left, ...zeros, ...(right ?? [])].slice(0, 4).join(":").toLowerCase();
}
