import type { CallContext, Urgency } from "../carrier/account-access.js";
import type { Outcome } from "../carrier/outcome.js";
import { aroundCalls } from "./carrier-calls.js";
import type { ShippingDeps } from "./deps.js";
import { Postponed } from "./postponed.js";

/** What a use case works with on behalf of a buyer, who must not wait for what others ask the carrier. */
export function forBuying(deps: ShippingDeps): ShippingDeps {
  return withCalls(deps, (call, args) => call(...urgent(args, "BUYING")));
}

/**
 * What work uses that nobody waits for. A call that the carrier has no time for throws `Postponed`; what is bought all
 * the same, such as a return label, is a buyer's.
 */
export function inBackground(deps: ShippingDeps): ShippingDeps {
  return withCalls(deps, async (call, args) => {
    const all = urgent(args, "BACKGROUND");
    const outcome = (await call(...all)) as Outcome<unknown>;
    const isBusy = outcome.kind === "UNAVAILABLE" && outcome.reason === "RATE_LIMITED";
    if (isBusy && contextOf(all)?.urgency === "BACKGROUND") throw new Postponed(outcome.retryAfterSeconds ?? 10);
    return outcome;
  });
}

type Call = (...args: unknown[]) => unknown;

function withCalls(deps: ShippingDeps, make: (call: Call, args: unknown[]) => unknown): ShippingDeps {
  const carriers = [...deps.carriers].map(
    ([code, adapter]) =>
      [
        code,
        aroundCalls(
          adapter,
          (call) =>
            (...args) =>
              make(call, args),
        ),
      ] as const,
  );
  return { ...deps, carriers: new Map(carriers) };
}

/** Unless the caller says another. */
function urgent(args: unknown[], urgency: Urgency): unknown[] {
  const context = contextOf(args);
  return context === null ? args : [...args.slice(0, -1), { urgency, ...context }];
}

/** The last argument of every call that takes one. */
function contextOf(args: unknown[]): CallContext | null {
  const last = args.at(-1);
  return typeof last === "object" && last !== null && "purchaseId" in last ? (last as CallContext) : null;
}
