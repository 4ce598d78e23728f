import type { IncomingMessage } from "node:http";
import { RequestRefusal } from "./request-refusal.js";

/** How slowly a client may send its body. */
export interface SendingLimits {
  /** Who sends nothing for so long is cut, in milliseconds. */
  silentMs: number;
  /** So is whose large body comes more slowly than that, in bytes a second, after as long to begin with. */
  slowestRate: number;
}

export const usualSendingLimits: SendingLimits = { silentMs: 5_000, slowestRate: 131_072 };

const checkedEveryMs = 250;

/** Keeps part by part what a client sends; a promise keeps the client waiting. */
type Take = (part: Buffer) => Promise<void> | undefined;

/** Watches how fast a body comes. */
export class BodyReader {
  #bytes = 0;
  #lastAt = performance.now();
  /** Since when the rate counts, and what had come before; null: it does not. */
  #paced: { at: number; bytes: number } | null = null;

  constructor(
    private readonly request: IncomingMessage,
    private readonly limits: SendingLimits,
  ) {}

  /** From now on the rate counts: the body holds what others wait for. */
  pace(): void {
    this.#lastAt = performance.now();
    this.#paced ??= { at: this.#lastAt, bytes: this.#bytes };
  }

  /**
   * Throws what `take` throws, and a RequestRefusal for a client that goes away, falls silent or is too slow. The
   * connection is left open, for its client is to be told why.
   */
  async read(take: Take): Promise<void> {
    const { request } = this;
    if (request.destroyed) throw gone();
    try {
      await new Promise<void>((resolve, reject) => this.#listen(take, resolve, reject));
    } finally {
      request.pause();
    }
  }

  /** Listens until the body is there, or has failed: what the connection does afterwards is no matter of its. */
  #listen(take: Take, resolve: () => void, reject: (error: unknown) => void): void {
    const { request } = this;
    const stop = () => {
      clearInterval(watch);
      request.off("data", onData).off("end", onEnd).off("close", onClose);
    };
    const fail = (error: unknown) => {
      stop();
      reject(error);
    };
    const onData = this.#onData(take, fail);
    const onEnd = () => {
      stop();
      resolve();
    };
    const onClose = () => fail(gone());
    const watch = setInterval(() => this.#isTooSlow() && fail(tooSlow()), checkedEveryMs);
    request.on("data", onData).on("end", onEnd).on("close", onClose);
    // Stays, for whatever comes later is nobody's failure either.
    request.on("error", onClose);
  }

  #onData(take: Take, fail: (error: unknown) => void): (part: Buffer) => void {
    return (part) => {
      this.#bytes += part.length;
      this.#lastAt = performance.now();
      try {
        const taken = take(part);
        if (taken === undefined) return;
        this.request.pause();
        taken.then(() => this.#goOn()).catch(fail);
      } catch (error) {
        fail(error);
      }
    };
  }

  #goOn(): void {
    this.#lastAt = performance.now();
    this.request.resume();
  }

  /** Whoever is kept waiting is not slow. */
  #isTooSlow(): boolean {
    if (this.request.isPaused()) return false;
    const { silentMs, slowestRate } = this.limits;
    const now = performance.now();
    if (now - this.#lastAt > silentMs) return true;
    if (this.#paced === null) return false;
    const seconds = (now - this.#paced.at - silentMs) / 1_000;
    return this.#bytes - this.#paced.bytes < seconds * slowestRate;
  }
}

const tooSlow = () => new RequestRefusal(408, "The body came too slowly.");
const gone = () => new RequestRefusal(400, "The body did not arrive.");
