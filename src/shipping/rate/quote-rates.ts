import type { RateQuote } from "../../entities/rate-quote.js";
import type { CarrierMessage } from "../../entities/values/carrier-message.js";
import { type LoadedAccount, loadAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { fingerprint } from "../fingerprint.js";
import { done, type Result, refused } from "../result.js";
import type { AddressDoubts } from "../shipment/address-doubt.js";
import { toCarrierDetails } from "../shipment/carrier-details.js";
import { carrierNotices, priceNotices } from "../shipment/carrier-notices.js";
import { classifiedAddress, type KnownClassifications } from "../shipment/destination.js";
import { carrierMessages } from "../user-error.js";
import { type Ask, askCarrier, type Own, type Prepared, shownService } from "./ask-carrier.js";
import type { Deadline } from "./deadline.js";
import { orderGiven } from "./order-given.js";
import { planRates } from "./plan-rates.js";
import { prepareChoice } from "./prepare-choice.js";
import type { Offer } from "./price-offer.js";
import { compareQuotes } from "./quote-order.js";
import type { RateChoice, RatePlan } from "./rate-choice.js";
import type { RatesInput } from "./rates-input.js";
import { readOutcome } from "./read-outcome.js";
import { storeQuotes } from "./store-quotes.js";
import { type UnavailableOption, whyNotAllowed } from "./unavailable-option.js";

export interface RatesAnswer {
  /** Cheapest first, then fastest, then by service. */
  quotes: RateQuote[];
  unavailable: UnavailableOption[];
  /** About the answer as a whole, each once. */
  carrierMessages: CarrierMessage[];
}

/**
 * Prices a draft or given parts with several methods at once, and stores what was offered. User errors: those of
 * `planRates` and `quotePlan`.
 */
export async function quoteRates(deps: ShippingDeps, actor: Actor, input: RatesInput): Promise<Result<RatesAnswer>> {
  const plan = await planRates(deps, actor.tenantId, input);
  return plan.value === null ? plan : quotePlan(deps, actor, plan.value, input);
}

/**
 * Prices what was planned. One call per account; where an account's methods differ in units or package type, so does
 * what is asked, and each difference costs one more, as does each service that is priced by name only. A carrier's
 * failure is a row beside the others' prices, never thrown. Methods with prices of their own cost no call. User errors:
 * REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED, OPTION_NOT_ALLOWED, only when no choice could be asked about.
 * `deadline`: who has not answered by then is left out.
 */
export async function quotePlan(
  deps: ShippingDeps,
  actor: Actor,
  plan: RatePlan,
  input: RatesInput,
  deadline: Deadline | null = null,
): Promise<Result<RatesAnswer>> {
  const { choices, classifications, doubts } = plan;
  const order = orderGiven(input);
  const accounts = await loadAccounts(deps, actor.tenantId, choices);
  const prepared = choices.map((choice) => prepareChoice(deps, choice, accounts, plan, input));
  const asks = prepared.filter((ask) => ask.kind === "ASK").map((ask) => classified(ask, classifications));
  const owns = prepared.filter((own) => own.kind === "OWN").map((own) => classified(own, classifications));
  const isAnyRated = asks.length + owns.length > 0;
  const faults = isAnyRated ? [] : distinct(prepared.flatMap((ask) => (ask.kind === "FAULTY" ? ask.userErrors : [])));
  if (faults.length > 0) return refused(...faults);
  const answers = await askAll(deps, asks, plan.askedDay ?? null, deadline);
  const offers = [...answers.offers, ...owns.map(ownOffer)];
  const stored = await storeQuotes(deps, actor.tenantId, offers, order);
  const told = [...asks, ...owns];
  return done({
    quotes: stored.quotes.sort(compareQuotes),
    unavailable: [...prepared.flatMap(withoutAsking), ...answers.unavailable, ...stored.unavailable],
    carrierMessages: distinct([...doubtsOf(told, doubts), ...noticesOf(told), ...answers.carrierMessages]),
  });
}

/** What has its price of its own. */
function ownOffer(own: Own): Offer {
  const { choice, details } = own;
  return { choice, details, service: shownService(own, choice.method?.serviceCode ?? null), rated: null };
}

/** Each account once; an environment that is switched off here is as good as no account. */
async function loadAccounts(
  deps: ShippingDeps,
  tenantId: string,
  choices: RateChoice[],
): Promise<Map<string, LoadedAccount>> {
  const ids = [...new Set(choices.flatMap(({ accountId }) => accountId ?? []))];
  const loaded = await Promise.all(ids.map((id) => loadAccount(deps, tenantId, id)));
  const usable = loaded.filter((entry) => entry?.adapter.accounts.environments.has(entry.account.environment));
  return new Map(usable.map((entry) => [entry!.account.id, entry!]));
}

/** As `createShipment` will find the address, so that the quote fits the shipment. */
function classified<T extends Ask | Own>(ask: T, classifications: KnownClassifications): T {
  const environment = ask.loaded?.account.environment;
  const shipTo = classifiedAddress(ask.details.shipTo, environment && classifications.get(environment));
  return { ...ask, details: { ...ask.details, shipTo } };
}

/** All services with one call, or the method's alone where it is priced by name only; in the units of method or origin. */
function requestOf({ choice, loaded, details }: Ask, askedDay: string | null) {
  const serviceCode = choice.method?.serviceCode ?? null;
  const service = serviceCode === null ? null : loaded.adapter.catalogue.findService(serviceCode, null);
  return {
    details: toCarrierDetails({ ...details, shipDate: details.shipDate ?? askedDay }, null),
    serviceCode: service?.isRatedByName ? serviceCode : null,
    weightUnit: choice.method?.weightUnit ?? null,
    dimensionUnit: choice.method?.dimensionUnit ?? null,
  };
}

/** All at once: equal requests, as those of one account's methods are, become one call. */
async function askAll(deps: ShippingDeps, asks: Ask[], askedDay: string | null, deadline: Deadline | null) {
  const answers = asks.map((ask) => askCarrier(ask.loaded, requestOf(ask, askedDay)));
  const outcomes = await Promise.all(answers.map((answer) => deadline?.inTime(deps, answer) ?? answer));
  const read = asks.map((ask, index) => readOutcome(ask, outcomes[index]!));
  return {
    offers: read.flatMap(({ offers }) => offers),
    unavailable: read.flatMap(({ unavailable }) => unavailable),
    carrierMessages: distinct(outcomes.flatMap(({ messages }) => carrierMessages(messages))),
  };
}

/** Of the worlds that were asked. */
function doubtsOf(asks: (Ask | Own)[], doubts: AddressDoubts): CarrierMessage[] {
  return asks.flatMap(({ loaded }) => (loaded && doubts.get(loaded.account.environment)?.message) ?? []);
}

/** Of what a carrier ships. */
function noticesOf(asks: (Ask | Own)[]): CarrierMessage[] {
  return asks.flatMap(({ loaded, details }) =>
    loaded === null ? [] : [...carrierNotices(loaded.adapter, details), ...priceNotices(loaded.adapter, details)],
  );
}

function withoutAsking(prepared: Prepared): UnavailableOption[] {
  if (prepared.kind === "ASK" || prepared.kind === "OWN") return [];
  if (prepared.kind === "UNAVAILABLE") return [prepared.option];
  const [fault] = prepared.userErrors;
  const why = whyNotAllowed({ field: fault?.field ?? null, message: fault?.message ?? "" });
  return [{ shippingMethod: prepared.choice.method, service: null, ...why }];
}

function distinct<T>(values: T[]): T[] {
  return [...new Map(values.map((value) => [fingerprint(value), value])).values()];
}
