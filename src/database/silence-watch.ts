import { ForgottenSessions } from "./forgotten-sessions.js";
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
 * so that what waits fails at once and the next host is tried. Where the server answers, and a transaction's own session
 * is gone or waits for us, its connection alone is, and those of before are used no more. Costs nothing while
 * transactions are short.
 */
export class SilenceWatch {
  readonly #borrowed = new Map<ServerClient, number>();
  readonly #forgotten = new ForgottenSessions();
  readonly #timer: NodeJS.Timeout;
  #doubtedBefore = 0;
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

  /** It was made before a network on the way forgot its connections. */
  isDoubtful({ madeAt }: ServerClient): boolean {
    return madeAt < this.#doubtedBefore;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    if (this.#long().length === 0 || this.#isAsking) return;
    this.#isAsking = true;
    await this.#ask().finally(() => {
      this.#isAsking = false;
    });
  }

  /** Those whose transaction takes long. */
  #long(): ServerClient[] {
    const since = performance.now() - silentMs;
    return [...this.#borrowed].flatMap(([client, begun]) => (begun < since ? [client] : []));
  }

  async #ask(): Promise<void> {
    const { url } = this.hosts;
    const probe = new ServerClient({ connectionTimeoutMillis: answerMs, query_timeout: answerMs }, this.hosts);
    try {
      await probe.connect();
      await this.#endForgotten(probe);
    } catch (error) {
      if ((error as { code?: string }).code !== tooManyConnections) this.#abandon(url, error as Error);
    } finally {
      probe.abandon(new Error("It was only asked whether its server is there."));
    }
  }

  async #endForgotten(probe: ServerClient): Promise<void> {
    const clients = this.#long().filter(({ url }) => url === probe.url);
    for (const client of await this.#forgotten.find(probe, clients)) {
      if (!this.#borrowed.has(client)) continue;
      this.#doubtedBefore = probe.madeAt;
      client.abandon(forgotten());
    }
  }

  #abandon(url: string, reason: Error): void {
    this.hosts.leave(url, reason);
    for (const client of this.#borrowed.keys()) if (client.url === url) client.abandon(reason);
  }
}

function forgotten(): Error {
  return Object.assign(new Error("A network on the way has forgotten the connection."), { code: "ECONNABORTED" });
}
