import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { hasOwnPrice, methodProviders } from "../method/method-provider.js";
import { buildWithoutCarrier } from "../shipment/build-without-carrier.js";
import { type Prepared, prepareAsk } from "./ask-carrier.js";
import type { RateChoice, RatePlan } from "./rate-choice.js";
import type { RatesInput } from "./rates-input.js";

/** What is needed to price one choice: of the carrier, or without one. Asks nobody, throws nothing. */
export function prepareChoice(
  deps: Pick<ShippingDeps, "carriers">,
  choice: RateChoice,
  accounts: ReadonlyMap<string, LoadedAccount>,
  plan: RatePlan,
  input: RatesInput,
): Prepared {
  if (choice.accountId === null) return prepareAlone(deps, choice, plan, input);
  const prepared = prepareAsk(choice, accounts.get(choice.accountId) ?? null, plan, input);
  const isOwn = choice.method !== null && hasOwnPrice(choice.method);
  return prepared.kind === "ASK" && isOwn ? { ...prepared, kind: "OWN" } : prepared;
}

/** Of a method that ships with no carrier. */
function prepareAlone(
  deps: Pick<ShippingDeps, "carriers">,
  choice: RateChoice,
  { draft, location, sender = null, customersPayer }: RatePlan,
  input: RatesInput,
): Prepared {
  // Of whatever carrier there is: units and package types have to be some.
  const adapter = methodProviders(deps)[0] as CarrierAdapter;
  const method = draft === null ? choice.method : null;
  const place = draft === null ? choice.place : null;
  const defaults = { adapter, sender, method, place, base: draft, location, customersPayer };
  const { details, userErrors } = buildWithoutCarrier(input, defaults, ["input"]);
  if (details === null) return { kind: "FAULTY", choice, userErrors };
  return { kind: "OWN", choice, loaded: null, details, isDraft: draft !== null };
}
