import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { CatalogueService } from "../../carrier/catalogue.js";
import type { Outcome } from "../../carrier/outcome.js";
import type { RatedService, RateRequest } from "../../carrier/rating.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { LoadedAccount } from "../account/load-account.js";
import { fingerprint } from "../fingerprint.js";
import { buildDetails } from "../shipment/build-details.js";
import { checkMethodOptions } from "../shipment/build-options.js";
import type { RateChoice, RatePlan } from "./rate-choice.js";
import type { RatesInput } from "./rates-input.js";
import type { UnavailableOption } from "./unavailable-option.js";
import { whyNotBuyable } from "./why-not-buyable.js";

/** A choice that the carrier can be asked about. */
export interface Ask {
  kind: "ASK";
  choice: RateChoice;
  loaded: LoadedAccount;
  details: StoredShipmentDetails;
  /** It is bought as it stands: nothing is added to it with the purchase. */
  isDraft: boolean;
}

/** A choice whose price is the method's own: no carrier is asked. */
export interface Own extends Omit<Ask, "kind" | "loaded"> {
  kind: "OWN";
  /** Null: the method ships with no carrier. */
  loaded: LoadedAccount | null;
}

/** FAULTY: the parts themselves are wrong for this choice. UNAVAILABLE: they are right, the choice cannot carry them. */
export type Prepared =
  | Ask
  | Own
  | { kind: "UNAVAILABLE"; option: UnavailableOption }
  | { kind: "FAULTY"; choice: RateChoice; userErrors: ShippingUserError[] };

/**
 * Completes the parts for one choice and applies its service's rules, without asking the carrier. Throws nothing.
 * A draft takes no defaults of a method: it is priced as it stands, or its quotes could not be bought for it.
 */
export function prepareAsk(
  choice: RateChoice,
  loaded: LoadedAccount | null,
  { draft, location, templates, customersPayer }: Pick<RatePlan, "draft" | "location" | "templates" | "customersPayer">,
  input: RatesInput,
): Exclude<Prepared, Own> {
  if (loaded === null || loaded.account.status === "ARCHIVED") return notReady(choice);
  const { account, adapter } = loaded;
  const method = draft === null ? choice.method : null;
  const place = draft === null ? choice.place : null;
  const whence = { base: draft, place, location, customersPayer };
  const defaults = { adapter, account, method, ...whence, ...(templates && { templates }) };
  const { details, userErrors } = buildDetails(input, defaults, null, ["input"]);
  if (details === null) return { kind: "FAULTY", choice, userErrors };
  const faults = draft === null ? [] : draftFaults(details, choice);
  if (faults.length > 0) return { kind: "FAULTY", choice, userErrors: faults };
  const ask: Ask = { kind: "ASK", choice, loaded, details, isDraft: draft !== null };
  const serviceCode = choice.method?.serviceCode ?? null;
  const why = serviceCode === null ? null : whyNotBuyable(ask, details, serviceCode);
  return why === null ? ask : { kind: "UNAVAILABLE", option: optionOf(ask, serviceCode, why) };
}

/** The draft took nothing of this method, and may be what the method does not do: told by the draft's id. */
function draftFaults({ options }: StoredShipmentDetails, { method }: RateChoice): ShippingUserError[] {
  return checkMethodOptions(options, method, ["options"]).map((fault) => ({
    ...fault,
    field: ["input", "shipmentId"],
    message: `${fault.field?.join(".")}: ${fault.message}`,
  }));
}

/** The row of what has no offer; `serviceCode` null: all that was asked for. */
export function optionOf(
  ask: Ask,
  serviceCode: string | null,
  why: Pick<UnavailableOption, "reason" | "message">,
): UnavailableOption {
  return { shippingMethod: ask.choice.method, service: shownService(ask, serviceCode), ...why };
}

/** The service as it is called at the origin; null: none, or one that is not known. */
export function shownService(
  { loaded, details }: Pick<Own, "loaded" | "details">,
  serviceCode: string | null,
): CatalogueService | null {
  if (loaded === null || serviceCode === null) return null;
  return loaded.adapter.catalogue.findService(serviceCode, details.shipFrom.countryCode);
}

function notReady({ method }: RateChoice): Exclude<Prepared, Own> {
  const message = "The carrier account is archived, or its carrier is not available here.";
  return {
    kind: "UNAVAILABLE",
    option: { shippingMethod: method, service: null, reason: "ACCOUNT_NOT_READY", message },
  };
}

type Answer = Promise<Outcome<RatedService[]>>;

const inFlight = new WeakMap<CarrierAdapter, Map<string, Answer>>();

/**
 * Asks the carrier for prices. Requests that are equal in every byte sent, for the same account and credentials, share
 * one call of this process while it is under way; nothing is kept once it has ended, well or badly.
 */
export function askCarrier({ adapter, access }: LoadedAccount, request: RateRequest): Answer {
  const { tenantId, accountId, credentialVersion, environment, accountNumber, shipper } = access;
  const sender = { tenantId, accountId, credentialVersion, environment, accountNumber, shipper };
  const key = fingerprint({ sender, request });
  const calls = callsOf(adapter);
  const underWay = calls.get(key);
  if (underWay) return underWay;
  const answer = adapter.rate(access, request, { purchaseId: null }).finally(() => calls.delete(key));
  calls.set(key, answer);
  return answer;
}

function callsOf(adapter: CarrierAdapter): Map<string, Answer> {
  const begun = inFlight.get(adapter);
  if (begun) return begun;
  const calls = new Map<string, Answer>();
  inFlight.set(adapter, calls);
  return calls;
}
