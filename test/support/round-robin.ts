import type { ServerProcess } from "./server-process.js";

const pollMs = 100;
const probeTimeoutMs = 1_000;

/** A load balancer reduced to what one must do: looks at /readyz, takes turns, repeats nothing. */
export class RoundRobin {
  readonly #servers = new Map<ServerProcess, { isReady: boolean; timer: NodeJS.Timeout }>();
  #turn = 0;

  /** Resolves when requests may go there. */
  async add(server: ServerProcess): Promise<void> {
    const look = async () => {
      const isReady = await fetch(`${server.url}/readyz`, { signal: AbortSignal.timeout(probeTimeoutMs) }).then(
        ({ status }) => status === 200,
        () => false,
      );
      const known = this.#servers.get(server);
      if (known) known.isReady = isReady;
      return isReady;
    };
    this.#servers.set(server, { isReady: false, timer: setInterval(look, pollMs) });
    if (!(await look())) throw new Error(`not ready: ${server.output()}`);
  }

  remove(server: ServerProcess): void {
    clearInterval(this.#servers.get(server)?.timer);
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
    for (const server of this.#servers.keys()) this.remove(server);
  }
}
