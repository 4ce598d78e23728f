import { randomBytes, randomUUID } from "node:crypto";
import type { CarrierAccountAccess } from "../carrier/account-access.js";
import { classify } from "../ups/wire/classify.js";
import { parseErrorHeaders } from "../ups/wire/errors.js";
import { parseToken } from "../ups/wire/parse-token.js";
import { serialiseToken } from "../ups/wire/serialise-token.js";
import { toFailure } from "../ups/wire/verdict-failure.js";
import type { WireAnswer } from "../ups/wire/wire.js";
import type { Own, Probe, ProbeRequest, SideAnswer } from "./probe.js";

const timeoutMs = 60_000;

/** One of the two that are compared: UPS, or the simulator. */
export class Side {
  readonly #answers = new Map<string, SideAnswer>();
  readonly #references = new Map<string, string>();
  #token = "";
  readonly own: Own;

  constructor(
    private readonly origin: string,
    account: CarrierAccountAccess,
    now: Date,
  ) {
    this.own = {
      account,
      now,
      reference: (probe) => this.#referenceOf(probe),
      answer: (probe) => this.#answers.get(probe) ?? null,
    };
  }

  /** Gets the access token that all probes share. Throws when there is none: nothing can be compared then. */
  async logIn(): Promise<void> {
    const { method, path, headers, body } = serialiseToken(this.own.account);
    const answer = await this.#exchange(method, path, headers, body);
    const token = parseToken(answer.json);
    if (token === null) throw new Error(`No access token: ${answer.fault ?? `HTTP ${answer.status}`}`);
    this.#token = token.value;
  }

  /** Asks and remembers; null: this side has not given what the probe needs. */
  async ask(probe: Probe): Promise<SideAnswer | null> {
    const request = probe.request(this.own);
    if (request === null) return null;
    const answer = await this.send(request, probe.token);
    this.#answers.set(probe.name, answer);
    return answer;
  }

  send({ method, path, headers, body }: ProbeRequest, token?: Probe["token"]): Promise<SideAnswer> {
    const bearer = token === "WRONG" ? "no-such-token" : this.#token;
    const usual = { "content-type": "application/json", accept: "application/json" };
    const all = { ...headers, ...usual, ...(token !== "NONE" && { authorization: `Bearer ${bearer}` }) };
    return this.#exchange(method, path, all, body === undefined ? null : JSON.stringify(body));
  }

  async #exchange(method: string, path: string, headers: Record<string, string>, body: string | null) {
    const ours = { transId: randomUUID().replaceAll("-", ""), transactionSrc: "shipping-subgraph" };
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const all = { ...headers, ...ours };
      return await read(
        await fetch(`${this.origin}${path}`, { method, headers: all, body, signal, redirect: "manual" }),
      );
    } catch (error) {
      return { status: 0, json: null, headerCode: null, isRefusal: false, fault: faultOf(error as Error) };
    }
  }

  /** 14 letters and digits, as the adapter's own. */
  #referenceOf(probe: string): string {
    const reference = this.#references.get(probe) ?? `C${randomBytes(8).toString("hex").slice(0, 13).toUpperCase()}`;
    this.#references.set(probe, reference);
    return reference;
  }
}

async function read(response: Response): Promise<SideAnswer> {
  const { status } = response;
  const body = Buffer.from(await response.arrayBuffer());
  const errorInHeaders = parseErrorHeaders((name) => response.headers.get(name));
  const isRefusal = isSureRefusal({ status, body, errorInHeaders, retryAfter: null, carrierTransactionId: null });
  return { status, json: parsed(body.toString()), headerCode: errorInHeaders?.code ?? null, isRefusal, fault: null };
}

function isSureRefusal(answer: Omit<WireAnswer, "kind">): boolean {
  const verdict = classify({ kind: "ANSWER", ...answer }, new Date());
  return verdict.kind !== "OK" && toFailure(verdict).isProcessed === "NO";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The code of what went wrong on the way; never the message, which may name what was sent. */
function faultOf(error: Error & { cause?: unknown }): string {
  const { code } = (error.cause ?? {}) as { code?: string };
  return `no answer (${code ?? error.name})`;
}
