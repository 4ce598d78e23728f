import { ServerClient } from "./server-client.js";
import type { ServerHosts } from "./server-hosts.js";

/** A transaction open so long makes us ask whether its server is still there. */
const silentMs = 2_000;
const everyMs = 1_000;
/** Patient with a server, or with us, under load. */
const answerMs = 4_000;

/** PostgreSQL has no connection to spare: it is there. */
const tooManyConnections = "53300";

/**
 * Notices a server that has gone without a word, as behind a cut network: TCP alone takes minutes. While a transaction
 * takes long, its server is asked on a new connection; without an answer all its connections are abandoned,
 * so that what waits fails at once and the next host is tried. Costs nothing while transactions are short.
 */
export class SilenceWatch {
  readonly #borrowed = new Map<ServerClient, number>();
  readonly #timer: NodeJS.Timeout;
  #isAsking = false;

  constructor(private readonly hosts: ServerHosts) {
    this.#timer = setInterval(() => void this.#look(), everyMs).unref();
  }

  /** A transaction begins on it. */
  begin(client: ServerClient): void {
    this.#borrowed.set(client, performance.now());
  }

  /** Its transaction has ended, well or not. */
  end(client: ServerClient): void {
    this.#borrowed.delete(client);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const since = performance.now() - silentMs;
    const isLong = [...this.#borrowed].some(([, begun]) => begun < since);
    if (!isLong || this.#isAsking) return;
    this.#isAsking = true;
    await this.#ask().finally(() => {
      this.#isAsking = false;
    });
  }

  async #ask(): Promise<void> {
    const { url } = this.hosts;
    const probe = new ServerClient({ connectionTimeoutMillis: answerMs }, this.hosts);
    try {
      await probe.connect();
    } catch (error) {
      if ((error as { code?: string }).code !== tooManyConnections) this.#abandon(url, error as Error);
    } finally {
      probe.abandon(new Error("It was only asked whether its server is there."));
    }
  }

  #abandon(url: string, reason: Error): void {
    this.hosts.leave(url, reason);
    for (const client of this.#borrowed.keys()) if (client.url === url) client.abandon(reason);
  }
}
