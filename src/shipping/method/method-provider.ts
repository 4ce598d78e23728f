import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CarrierMethods } from "../../carrier/methods.js";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { ShippingDeps } from "../deps.js";
import { requireOffer } from "../require-offer.js";

type Carriers = Pick<ShippingDeps, "carriers">;

/** A carrier that methods can be set up with. */
export interface MethodProvider {
  adapter: CarrierAdapter;
  methods: CarrierMethods;
}

/** Throws a `Refusal` OPTION_NOT_ALLOWED where no carrier of this code has methods. */
export function requireProvider({ carriers }: Carriers, code: string, field: string[]): MethodProvider {
  const adapter = carriers.get(code);
  const methods = requireOffer(
    adapter?.methods ?? null,
    `Shipping methods of ${code} are not supported by this service.`,
    field,
  );
  return { adapter: adapter as CarrierAdapter, methods };
}

/** The carriers whose methods are rated and ship; those of any other provider are only read. */
export function methodProviders({ carriers }: Carriers): CarrierAdapter[] {
  return [...carriers.values()].filter(({ methods }) => methods !== null);
}

export function isCarriersMethod(deps: Carriers, { provider }: CarrierShippingMethod): boolean {
  return methodProviders(deps).some(({ code }) => code === provider);
}

/** Whether the price is the merchant's own, fixed or by rules, and no carrier is asked for it. */
export function hasOwnPrice({ providerConfiguration }: CarrierShippingMethod): boolean {
  return providerConfiguration !== null;
}

/** Of the carriers' older integrations: only read, and replaced. */
export function isLegacyMethod({ carriers }: Carriers, { provider }: CarrierShippingMethod): boolean {
  return [...carriers.values()].some(({ methods }) => methods !== null && methods.legacyProvider === provider);
}

/** Whether labels can be bought with it, where its integration level allows it. */
export function shipsWithCarrier(deps: Carriers, method: CarrierShippingMethod): boolean {
  return isCarriersMethod(deps, method) || (hasOwnPrice(method) && method.accountId !== null);
}

/** For sentences such as "Only UPS methods are rated". */
export function providerNames(deps: Carriers): string {
  return methodProviders(deps)
    .map(({ name }) => name)
    .join(" or ");
}
