import { setTimeout as sleep } from "node:timers/promises";
import type { CallContext, CarrierAccountAccess, Urgency } from "../../carrier/account-access.js";
import type { AccessToken, CarrierOperation } from "../../carrier/ports.js";
import type { CarrierEnvironment } from "../../carrier/values.js";
import type { AskLimit } from "./ask-limit.js";
import { type AttemptOptions, attemptInTurn, type Conversation } from "./attempt.js";
import type { BackgroundCalls } from "./background-calls.js";
import type { Verdict } from "./classify.js";
import { depart } from "./depart.js";
import { type CallFailure, notSent, tooManyAsks, unavailable } from "./failures.js";
import { parseToken } from "./parse-token.js";
import { callerOf, pauseBeforeRepeat, sitOutQuietTime, waitForLeave } from "./pauses.js";
import type { Lane } from "./pools.js";
import type { Repeats } from "./repeat.js";
import { serialiseToken } from "./serialise-token.js";
import type { FetchedToken, TokenResult, Tokens } from "./token.js";
import { toFailure, toTokenFailure } from "./verdict-failure.js";
import { jsonText, type WireRequest } from "./wire.js";

/** One call to a UPS product. `path` follows the origin, `/api` included. */
export interface UpsCall {
  operation: CarrierOperation;
  lane: Lane;
  method: WireRequest["method"];
  path: string;
  /** Beside those of every call. */
  headers?: Record<string, string>;
  body: object | null;
  /** False for what changes something at UPS: sent again only when nothing of it left, or with a fresh token. */
  isRepeatable: boolean;
  timeoutMs: number;
}

export type SendResult = { kind: "OK"; json: unknown } | CallFailure;

export interface ClientOptions extends AttemptOptions {
  baseUrls: Record<CarrierEnvironment, string | null>;
  tokens: Tokens;
  repeats: Repeats;
  asks: AskLimit;
  background: BackgroundCalls;
  tokenTimeoutMs: number;
}

/** Speaks HTTP with UPS; the only way there. Never throws for what happens on the wire. */
export class UpsClient {
  constructor(private readonly options: ClientOptions) {}

  /** Sends with a token, renews it once on 401, repeats where that is safe, and stays within the call's time. */
  async send(account: CarrierAccountAccess, call: UpsCall, context: CallContext): Promise<SendResult> {
    const urgency = context.urgency ?? (call.lane === "BUY" ? "BUYING" : "ASKING");
    const send = () => this.#send(account, { ...call, lane: laneOf(call, urgency) }, context, urgency);
    if (urgency !== "ASKING" || call.lane !== "ASK") return send();
    const asked = await this.options.asks.run(account, send);
    return asked.isRun ? asked.result : tooManyAsks();
  }

  async #send(
    account: CarrierAccountAccess,
    call: UpsCall,
    context: CallContext,
    urgency: Urgency,
  ): Promise<SendResult> {
    const conversation = this.#converse(account, context, urgency, context.timeoutMs ?? call.timeoutMs);
    if ("kind" in conversation) return conversation;
    this.options.repeats.noteCall();
    let isTokenRenewed = false;
    for (let count = 1; ; count += 1) {
      const verdict = await this.#askWithToken(conversation, call);
      if (verdict.kind === "OK" || verdict.kind === "FAILED") return verdict;
      if (verdict.kind === "UNAUTHORIZED" && !isTokenRenewed) {
        await this.options.tokens.forget(account, verdict.token);
        isTokenRenewed = true;
      } else if (!(await pauseBeforeRepeat(this.options.repeats, conversation, call, verdict, count)))
        return toFailure(verdict);
    }
  }

  /** The quiet time is sat out before the token, which others of more urgency may wait for, and once more after it. */
  async #askWithToken(
    conversation: Conversation,
    call: UpsCall,
  ): Promise<(Verdict & { token: AccessToken }) | CallFailure> {
    const { background, repeats } = this.options;
    const quiet =
      (await waitForLeave(background, conversation, call)) ?? (await sitOutQuietTime(repeats, conversation));
    if (quiet) return toFailure(quiet);
    const fetched = await this.#token(conversation);
    if (fetched.kind === "FAILED") return fetched;
    const { token } = fetched;
    const verdict =
      (await sitOutQuietTime(repeats, conversation)) ??
      (await this.#ask(conversation, call, productRequest(call, token.value.reveal())));
    return { ...verdict, token };
  }

  /** Asks UPS for a token now, past every cache: whether the credentials are good. */
  async checkCredentials(account: CarrierAccountAccess, context: CallContext): Promise<SendResult> {
    const conversation = this.#converse(account, context, "ASKING", this.options.tokenTimeoutMs);
    if ("kind" in conversation) return conversation;
    const fetched = await this.#fetchToken(conversation);
    return fetched.kind === "FAILED" ? fetched : { kind: "OK", json: null };
  }

  #converse(
    account: CarrierAccountAccess,
    context: CallContext,
    urgency: Urgency,
    timeoutMs: number,
  ): Conversation | CallFailure {
    const origin = this.options.baseUrls[account.environment];
    if (origin !== null) return { account, origin, context, urgency, ...limitsOf(context, timeoutMs) };
    const message = `No UPS address is configured for accounts of environment ${account.environment}`;
    return notSent(unavailable("UNREACHABLE", message));
  }

  /** The fetch may outlive this call: others wait for the same token. */
  async #token(conversation: Conversation): Promise<TokenResult> {
    const { account, leaveBy } = conversation;
    const fetchToken = () => this.#fetchToken({ ...conversation, ...limitsOf({}, this.options.tokenTimeoutMs) });
    const timer = new AbortController();
    const late = sleep(Math.max(1, leaveBy - performance.now()), null, { signal: timer.signal })
      .catch(() => null)
      .then(() => notSent(unavailable("TIMEOUT", "UPS gave no access token in time")));
    try {
      return await Promise.race([this.options.tokens.get(account, fetchToken), late]);
    } finally {
      timer.abort();
    }
  }

  async #fetchToken(conversation: Conversation): Promise<FetchedToken> {
    const call = { operation: "TOKEN", lane: "TOKEN", isRepeatable: true } as const;
    this.options.repeats.noteCall();
    for (let count = 1; ; count += 1) {
      const verdict = await this.#ask(conversation, call, serialiseToken(conversation.account));
      if (verdict.kind === "OK") {
        const token = parseToken(verdict.json);
        return token
          ? { kind: "FETCHED", ...token }
          : notSent(unavailable("PROTOCOL_ERROR", "UPS's token answer cannot be read"));
      }
      if (!(await pauseBeforeRepeat(this.options.repeats, conversation, call, verdict, count)))
        return toTokenFailure(verdict);
    }
  }

  async #ask(conversation: Conversation, call: Pick<UpsCall, "operation" | "lane">, request: WireRequest) {
    const send = call.lane === "BUY" ? depart : attemptInTurn;
    const verdict = await send(this.options, conversation, call, request);
    const { account, urgency } = conversation;
    this.options.repeats.noteVerdict(callerOf(conversation), verdict);
    this.options.background.note(account, urgency, verdict);
    return verdict;
  }
}

/** A buyer's questions, and those that nobody waits for, are not among those of askers, which may all hang. */
function laneOf({ lane }: UpsCall, urgency: Urgency): Lane {
  if (lane !== "ASK" || urgency === "ASKING") return lane;
  return urgency === "BUYING" ? "CHECK" : "RECOVER";
}

function limitsOf({ leaveWithinMs = Number.POSITIVE_INFINITY }: Pick<CallContext, "leaveWithinMs">, timeoutMs: number) {
  const now = performance.now();
  return { deadline: now + timeoutMs, leaveBy: now + Math.min(timeoutMs, leaveWithinMs) };
}

function productRequest(call: UpsCall, token: string): WireRequest {
  const usual = { authorization: `Bearer ${token}`, "content-type": "application/json", accept: "application/json" };
  const headers = { ...call.headers, ...usual };
  return { method: call.method, path: call.path, headers, body: call.body === null ? null : jsonText(call.body) };
}
