import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { AccessToken, Clock, TokenKey, TokenStore } from "../../carrier/ports.js";
import { SecretText } from "../../carrier/secret-text.js";
import type { CallFailure } from "./failures.js";
import { mostRemembered } from "./most-remembered.js";

export type TokenResult = { kind: "TOKEN"; token: AccessToken } | CallFailure;
export type FetchedToken = { kind: "FETCHED"; value: string; lifeSeconds: number } | CallFailure;

export interface TokenOptions {
  store: TokenStore;
  clock: Clock;
  /** Longer than one token call may take: another instance takes over after it. */
  leaseSeconds: number;
  /** Between two looks at the store while another instance fetches. */
  pollMs: number;
}

interface KnownToken {
  token: AccessToken;
  endsAt: Date;
}

/**
 * One access token per (account, credential version), shared by all instances through the store. `expiresAt` in the
 * store is the moment to renew, well before UPS's own end. The store saves token calls, it is never needed: when it
 * fails, a token is fetched.
 */
export class Tokens {
  readonly #known = new LRUCache<string, KnownToken>({ max: mostRemembered });
  readonly #underWay = new Map<string, Promise<TokenResult>>();

  constructor(private readonly options: TokenOptions) {}

  async get(
    account: CarrierAccountAccess,
    fetchToken: (account: CarrierAccountAccess) => Promise<FetchedToken>,
  ): Promise<TokenResult> {
    const key = keyOf(account);
    const name = nameOf(key);
    const cached = this.#known.get(name);
    if (cached && this.#isFresh(cached.token)) return { kind: "TOKEN", token: cached.token };
    const underWay = this.#underWay.get(name) ?? this.#renew(account, key, name, fetchToken);
    this.#underWay.set(name, underWay);
    return underWay;
  }

  /** Drops a token that UPS refused, here and in the store, unless a fresher one is there already. */
  async forget(account: CarrierAccountAccess, token: AccessToken): Promise<void> {
    const key = keyOf(account);
    const cached = this.#known.get(nameOf(key));
    if (cached && cached.token.value.reveal() === token.value.reveal()) this.#known.delete(nameOf(key));
    await quietly(() => this.options.store.forget(key, token), undefined);
  }

  async #renew(
    account: CarrierAccountAccess,
    key: TokenKey,
    name: string,
    fetchToken: (account: CarrierAccountAccess) => Promise<FetchedToken>,
  ): Promise<TokenResult> {
    try {
      const shared = await this.#readOrLease(key);
      if (shared) return this.#remember(name, shared, shared.expiresAt);
      const result = await this.#fetchAndShare(account, key, name, fetchToken);
      const last = this.#known.get(name);
      const isLastUsable = last !== undefined && last.endsAt > this.options.clock.now();
      return result.kind === "FAILED" && result.failure.kind === "UNAVAILABLE" && isLastUsable
        ? { kind: "TOKEN", token: last.token }
        : result;
    } finally {
      this.#underWay.delete(name);
    }
  }

  /** The stored token, waiting for the instance that fetches one; null when this instance is to fetch. */
  async #readOrLease(key: TokenKey): Promise<AccessToken | null> {
    const { store, leaseSeconds, pollMs } = this.options;
    const tries = Math.ceil((leaseSeconds * 1_000) / pollMs) + 1;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const stored = await quietly(() => store.read(key), null);
      if (stored && this.#isFresh(stored)) return stored;
      if (await quietly(() => store.acquireLease(key, leaseSeconds), true)) return this.#readAgain(key);
      await sleep(pollMs);
    }
    return null;
  }

  /** The instance that held the lease before us may have written a token between our read and our lease. */
  async #readAgain(key: TokenKey): Promise<AccessToken | null> {
    const stored = await quietly(() => this.options.store.read(key), null);
    if (!stored || !this.#isFresh(stored)) return null;
    await quietly(() => this.options.store.releaseLease(key), undefined);
    return stored;
  }

  async #fetchAndShare(
    account: CarrierAccountAccess,
    key: TokenKey,
    name: string,
    fetchToken: (account: CarrierAccountAccess) => Promise<FetchedToken>,
  ): Promise<TokenResult> {
    const { store, clock } = this.options;
    const fetched = await fetchToken(account);
    if (fetched.kind === "FAILED") {
      await quietly(() => store.releaseLease(key), undefined);
      return fetched;
    }
    const now = clock.now().getTime();
    const expiresAt = new Date(now + renewAfterSeconds(fetched.lifeSeconds) * 1_000);
    const token = { value: new SecretText(fetched.value), expiresAt };
    await quietly(() => store.write(key, token), undefined);
    return this.#remember(name, token, new Date(now + fetched.lifeSeconds * 1_000));
  }

  #remember(name: string, token: AccessToken, endsAt: Date): TokenResult {
    this.#known.set(name, { token, endsAt });
    return { kind: "TOKEN", token };
  }

  #isFresh(token: AccessToken): boolean {
    return token.expiresAt > this.options.clock.now();
  }
}

/** 80 % of the life or five minutes before its end, whichever is earlier; a life too short for that: 80 %. */
function renewAfterSeconds(lifeSeconds: number): number {
  const early = lifeSeconds * 0.8;
  return lifeSeconds > 600 ? Math.min(early, lifeSeconds - 300) : early;
}

function keyOf(account: CarrierAccountAccess): TokenKey {
  const { tenantId, accountId, credentialVersion } = account;
  return { tenantId, accountId, credentialVersion };
}

function nameOf(key: TokenKey): string {
  return JSON.stringify([key.tenantId, key.accountId, key.credentialVersion]);
}

async function quietly<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask();
  } catch {
    return otherwise;
  }
}
