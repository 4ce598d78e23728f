import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { HttpServerOptions } from "./http-options.js";

/**
 * Stops without losing a request: says "not ready", goes on for `drainDelaySeconds` until no load balancer sends
 * any more, then takes no new connections and lets running requests finish for `drainSeconds`. What is open then is cut.
 */
export function createDrain(
  server: Server,
  state: { isDraining: boolean },
  options: Pick<HttpServerOptions, "drainDelaySeconds" | "drainSeconds" | "log">,
  afterwards: () => Promise<void>,
): () => Promise<void> {
  let stopped: Promise<void> | null = null;
  const stop = async () => {
    state.isDraining = true;
    await sleep(options.drainDelaySeconds * 1000);
    await close(server, options);
    await afterwards();
  };
  return () => {
    stopped ??= stop();
    return stopped;
  };
}

async function close(server: Server, { drainSeconds, log }: Pick<HttpServerOptions, "drainSeconds" | "log">) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const timer = setTimeout(() => {
    log.warn("Requests were cut: they took longer than the server may take to stop");
    server.closeAllConnections();
  }, drainSeconds * 1000);
  await closed;
  clearTimeout(timer);
}
