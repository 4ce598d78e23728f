import type { Dispatcher } from "undici";
import type { CarrierMessage } from "../../carrier/values.js";
import { parseErrorHeaders } from "./errors.js";
import type { WireRequest, WireResult } from "./wire.js";

export interface ExchangeLimits {
  timeoutMs: number;
  maxBodyBytes: number;
}

/**
 * One HTTP attempt; never throws, never follows a redirect, never repeats itself. The time limit covers waiting for a
 * connection, the request and the whole body.
 */
export function exchange(pool: Dispatcher, request: WireRequest, limits: ExchangeLimits): Promise<WireResult> {
  return new Promise((resolve) => new Attempt(pool, limits, resolve).start(request));
}

class Attempt implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | null = null;
  #isSettled = false;
  #timer: NodeJS.Timeout | undefined;
  #status = 0;
  #retryAfter: string | null = null;
  #errorInHeaders: CarrierMessage | null = null;
  #carrierTransactionId: string | null = null;
  #size = 0;
  readonly #chunks: Buffer[] = [];

  constructor(
    private readonly pool: Dispatcher,
    private readonly limits: ExchangeLimits,
    private readonly resolve: (result: WireResult) => void,
  ) {}

  start(request: WireRequest): void {
    this.#timer = setTimeout(
      () => this.#fail("TIMEOUT", `no answer within ${this.limits.timeoutMs} ms`, false),
      this.limits.timeoutMs,
    );
    try {
      this.pool.dispatch({ ...request, headersTimeout: 0, bodyTimeout: 0 }, this);
    } catch (error) {
      this.onResponseError(null, error as Error);
    }
  }

  /** Called just before the first byte is written: from here on the request may have arrived. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#isSettled) controller.abort(new Error("given up before it was sent"));
    else this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status;
    this.#retryAfter = first(headers["retry-after"]);
    this.#errorInHeaders = parseErrorHeaders((name) => first(headers[name]));
    this.#carrierTransactionId = readTransactionId(first(headers.bkndtransid));
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.limits.maxBodyBytes) this.#fail("PROTOCOL_ERROR", "the answer is larger than allowed", false);
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#settle({
      kind: "ANSWER",
      status: this.#status,
      retryAfter: this.#retryAfter,
      errorInHeaders: this.#errorInHeaders,
      carrierTransactionId: this.#carrierTransactionId,
      body: Buffer.concat(this.#chunks),
    });
  }

  onResponseError(_controller: unknown, error: Error): void {
    const isCutOff = this.#status !== 0;
    this.#fail(isCutOff ? "PROTOCOL_ERROR" : "UNREACHABLE", describe(error), true);
  }

  #fail(reason: "TIMEOUT" | "UNREACHABLE" | "PROTOCOL_ERROR", message: string, isRepeatable: boolean): void {
    this.#settle({ kind: "NO_ANSWER", reason, isSent: this.#controller !== null, isRepeatable, message });
    this.#controller?.abort(new Error(message));
  }

  #settle(result: WireResult): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    clearTimeout(this.#timer);
    this.resolve(result);
  }
}

function first(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}

const longestTransactionId = 100;

/** It goes into a log: no more of it than a number can have. */
function readTransactionId(header: string | null): string | null {
  return header?.trim().slice(0, longestTransactionId) || null;
}

function describe(error: Error & { code?: string }): string {
  return error.code ?? error.name;
}
