import { setTimeout as sleep } from "node:timers/promises";
import type { ServerProcess } from "./server-process.js";

const pollMs = 100;
/** Of one look: a server that is busy answers late, and is not taken for one that is not ready. */
const probeTimeoutMs = 10_000;

/** A load balancer reduced to what one must do: looks at /readyz, takes turns, repeats nothing. */
export class RoundRobin {
  readonly #servers = new Map<ServerProcess, { isReady: boolean }>();
  #turn = 0;

  /** Resolves when requests may go there. */
  async add(server: ServerProcess): Promise<void> {
    const isReady = await looksReady(server);
    if (!isReady) throw new Error(`not ready: ${server.output()}`);
    this.#servers.set(server, { isReady });
    void this.#watch(server);
  }

  remove(server: ServerProcess): void {
    this.#servers.delete(server);
  }

  /** Whose turn it is; throws when no server is ready. */
  next(): ServerProcess {
    const ready = [...this.#servers].filter(([, { isReady }]) => isReady);
    const [server] = ready[this.#turn++ % ready.length] ?? [];
    if (server === undefined) throw new Error("No server is ready.");
    return server;
  }

  close(): void {
    this.#servers.clear();
  }

  /** One look after the other, so that a late answer never hides a later one. */
  async #watch(server: ServerProcess): Promise<void> {
    for (let state = this.#servers.get(server); state; state = this.#servers.get(server)) {
      state.isReady = await looksReady(server);
      await sleep(pollMs);
    }
  }
}

function looksReady(server: ServerProcess): Promise<boolean> {
  return fetch(`${server.url}/readyz`, { signal: AbortSignal.timeout(probeTimeoutMs) }).then(
    ({ status }) => status === 200,
    () => false,
  );
}
