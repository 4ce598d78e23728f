import type { IncomingMessage } from "node:http";
import { AppError } from "../errors.js";
import type { Allowance, RateLimits } from "../rate-limits/rate-limits.js";
import { rateLimitHeaders, type Standing } from "../rate-limits/standing.js";
import type { Caller } from "../security/scopes.js";

/** A router's representations are shorter. */
const mostOfEntitiesBytes = 131_072;

/** Counts one request against its caller's limit, as early as it is known what it counts as. Throws RATE_LIMITED. */
export class CountedRequest {
  #standing: Standing | null = null;
  #isCounted = false;

  constructor(
    private readonly limits: RateLimits | undefined,
    private readonly request: IncomingMessage,
    private readonly address: string,
  ) {}

  /** What is left, for whoever asked. */
  get headers(): Record<string, string> {
    return this.#standing === null ? {} : rateLimitHeaders(this.#standing);
  }

  /** Whoever is not let in, for want of a token that is accepted. Throws `refusal`, which is why, or RATE_LIMITED. */
  async asStranger(refusal: unknown): Promise<never> {
    const isOurFault = !(refusal instanceof AppError) || refusal.retryable;
    if (!isOurFault) await this.#spend(this.limits?.ofStranger(this.address));
    throw refusal;
  }

  /** Before the body is read: refuses what will be refused whatever is in it. */
  async beforeBody(caller: Caller): Promise<void> {
    const own = this.limits?.of(caller, this.address);
    if (caller.kind === "anonymous") return this.#spend(own);
    if (!(await own?.isSpent())) return;
    const isForEntities = Number(this.request.headers["content-length"] ?? Number.NaN) <= mostOfEntitiesBytes;
    if (!isForEntities || (await this.limits?.ofEntities(caller, this.address).isSpent())) await this.#spend(own);
  }

  /** Before the documents are parsed; none: what was sent is no operation. */
  async beforeParsing(caller: Caller, documents: string[]): Promise<void> {
    const { limits } = this;
    const isForEntities = documents.length > 0 && documents.every((each) => limits?.isForEntities(each));
    await this.#spend(limits?.[isForEntities ? "ofEntities" : "of"](caller, this.address));
  }

  async #spend(allowance: Allowance | undefined): Promise<void> {
    if (this.#isCounted) return;
    this.#isCounted = true;
    this.#standing = (await allowance?.spend()) ?? null;
  }
}
