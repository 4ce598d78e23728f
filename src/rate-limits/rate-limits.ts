import { type Caller, isBuyer, type Scope } from "../security/scopes.js";
import { count } from "../telemetry/instruments.js";
import type { Counter } from "./counter.js";
import { createEntitiesCheck } from "./entities-only.js";
import { hashedKey } from "./hashed-key.js";
import { RateLimited } from "./rate-limited.js";
import { isWithin, type Standing } from "./standing.js";

/** Requests a minute; 0: no limit. Each of a tenant's scopes is counted for itself. */
export interface RateLimitSettings {
  /** Of a tenant's callers with `quote` alone. */
  buyers: number;
  /** Of a tenant's callers with `ship`, of those with `admin`, and so on. */
  staff: number;
  /** What routers ask to complete entities, of a tenant's buyers and of its staff. */
  entities: number;
  /** Of an address from which somebody comes without a token, or with one that is not accepted. */
  anonymous: number;
  /** Of a link to a file. */
  links: number;
}

/** Who does more than one of these counts as the first. */
const byMight: readonly Scope[] = ["ship", "admin", "operate", "read", "quote"];

type Policy = Scope | "entities" | "anonymous" | "links";

/** What one caller's requests count as. */
export interface Allowance {
  /** Counts a request. Throws RATE_LIMITED; null: there is no limit. */
  spend(): Promise<Standing | null>;
  /** The next request will be refused. Counts nothing. */
  isSpent(): Promise<boolean>;
}

const unlimited: Allowance = { spend: async () => null, isSpent: async () => false };

/** How many requests a minute are answered, by who asks. */
export class RateLimits {
  /** Whether a document is what routers send to complete entities. */
  readonly isForEntities = createEntitiesCheck();
  readonly #counters = new Map<Policy, Counter>();

  /** `shared`: counts for all servers. `local`: for this one, what no tenant has asked. */
  constructor(
    settings: RateLimitSettings,
    shared: (policy: Policy, limit: number) => Counter,
    local: (policy: Policy, limit: number) => Counter,
  ) {
    const set = (policy: Policy, limit: number, make: typeof shared) => {
      if (limit > 0) this.#counters.set(policy, make(policy, limit));
    };
    for (const scope of byMight) set(scope, scope === "quote" ? settings.buyers : settings.staff, shared);
    set("entities", settings.entities, shared);
    set("anonymous", settings.anonymous, local);
    set("links", settings.links, local);
  }

  /** `address`: where the request comes from. */
  of(caller: Caller, address: string): Allowance {
    if (caller.tenantId === null) return this.ofStranger(address);
    const scope = byMight.find((each) => caller.scopes.has(each)) ?? "quote";
    return this.#allowance(scope, `${caller.tenantId}:${scope}`);
  }

  /** What a router completes for the caller; a page of a shop may take several of these. */
  ofEntities(caller: Caller, address: string): Allowance {
    if (caller.tenantId === null) return this.ofStranger(address);
    return this.#allowance("entities", `${caller.tenantId}:entities-${isBuyer(caller) ? "buyers" : "staff"}`);
  }

  ofStranger(address: string): Allowance {
    return this.#allowance("anonymous", hashedKey(address));
  }

  ofLink(link: string): Allowance {
    return this.#allowance("links", hashedKey(link));
  }

  #allowance(policy: Policy, key: string): Allowance {
    const counter = this.#counters.get(policy);
    if (counter === undefined) return unlimited;
    const spend = async () => {
      const standing = await counter.count(key);
      if (isWithin(standing)) return standing;
      count("rateLimitRefusal", { policy });
      throw new RateLimited(standing);
    };
    return { spend, isSpent: () => counter.isSpent(key) };
  }
}
