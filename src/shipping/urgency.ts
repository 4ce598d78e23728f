import type { CallContext, Urgency } from "../carrier/account-access.js";
import type { CarrierAdapter } from "../carrier/adapter.js";
import { aroundCalls } from "./carrier-calls.js";
import type { ShippingDeps } from "./deps.js";

/** What a use case works with on behalf of a buyer, who must not wait for what others ask the carrier. */
export function forBuying(deps: ShippingDeps): ShippingDeps {
  return { ...deps, carriers: new Map([...deps.carriers].map(([code, adapter]) => [code, urgent(adapter, "BUYING")])) };
}

/** The adapter, whose calls are of this urgency where their caller does not say another. */
function urgent(adapter: CarrierAdapter, urgency: Urgency): CarrierAdapter {
  return aroundCalls(
    adapter,
    (call) =>
      (...args) =>
        call(...withUrgency(args, urgency)),
  );
}

/** The context is the last argument of every call that takes one. */
function withUrgency(args: unknown[], urgency: Urgency): unknown[] {
  const context = args.at(-1);
  return isContext(context) ? [...args.slice(0, -1), { urgency, ...context }] : args;
}

function isContext(value: unknown): value is CallContext {
  return typeof value === "object" && value !== null && "purchaseId" in value;
}
