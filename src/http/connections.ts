import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Requests of one connection that are not answered yet: more than any client sends ahead. */
const mostAhead = 16;

/**
 * Bounds what a server holds open, so that it never lacks a file descriptor for the database or the carrier: `most`
 * connections, half of them from one address. Those beyond are closed at once.
 */
export function boundConnections(server: Server, most: number): void {
  server.maxConnections = most;
  const byAddress = new Map<string, number>();
  server.on("connection", (socket) => {
    const address = socket.remoteAddress ?? "";
    const open = byAddress.get(address) ?? 0;
    if (open >= Math.ceil(most / 2)) return void socket.destroy();
    byAddress.set(address, open + 1);
    socket.once("close", () => {
      const left = (byAddress.get(address) ?? 1) - 1;
      if (left === 0) byAddress.delete(address);
      else byAddress.set(address, left);
    });
  });
}

/** What is to be told when a connection has ended, for each answer that is owed on it. */
const owed = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls `tell` when the connection ends, unless what is returned was called before. Node says so of the answer alone that
 * is being sent: those that stand behind it on the connection hear nothing.
 */
export function onceGone(socket: Socket, tell: () => void): () => void {
  const waiting = owed.get(socket) ?? new Set();
  if (!owed.has(socket)) {
    owed.set(socket, waiting);
    socket.once("close", () => {
      for (const each of [...waiting]) each();
    });
  }
  waiting.add(tell);
  return () => void waiting.delete(tell);
}

const ahead = new WeakMap<Socket, number>();

/** Counts a request; true: its client sends request after request on one connection and waits for no answer. */
export function isTooFarAhead({ socket }: IncomingMessage, response: ServerResponse): boolean {
  const count = (ahead.get(socket) ?? 0) + 1;
  ahead.set(socket, count);
  response.once("close", () => ahead.set(socket, (ahead.get(socket) ?? 1) - 1));
  return count > mostAhead;
}
