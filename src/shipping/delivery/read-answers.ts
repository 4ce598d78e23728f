import { Decimal } from "decimal.js";
import type { RateQuote } from "../../entities/rate-quote.js";
import { promisedDays } from "../availability/promise.js";
import type { UnavailableKey } from "../availability/unavailable-key.js";
import type { ShippingDeps } from "../deps.js";
import { whyNotAllowed } from "../rate/unavailable-option.js";
import type { AskedAccount } from "./ask-accounts.js";
import type { Candidate, DeliveryOption } from "./delivery-option.js";
import type { JudgedMethod } from "./judge-methods.js";
import type { WhyNot } from "./tell-buyers.js";

type Found = Omit<DeliveryOption, "isCheapest" | "isFastest"> & Candidate;

export interface Read {
  candidates: Found[];
  /** Methods without any. */
  without: WhyNot[];
}

/** What one account came to for each of its methods. */
export function readAnswer(deps: ShippingDeps, { methods, shipDate, result }: AskedAccount, now: Date): Read {
  const quotes = result.value?.quotes ?? [];
  const read: Read = { candidates: [], without: [] };
  for (const judged of methods) {
    const own = quotes.filter(({ shippingMethodId }) => shippingMethodId === judged.method.id);
    read.candidates.push(...own.map((quote) => candidateOf(deps, quote, judged, shipDate, now)));
    if (own.length === 0) read.without.push(whyNot(judged, reasonFor(judged, result)));
  }
  return read;
}

/** A method's own limits are told where they are what leaves it out. */
export function whyNot({ method, key: own }: JudgedMethod, key: UnavailableKey): WhyNot {
  return { name: method.name, key, limits: own === key ? method.availability : null };
}

function reasonFor({ method }: JudgedMethod, { value, userErrors }: AskedAccount["result"]): UnavailableKey {
  const [fault] = userErrors;
  if (fault) return whyNotAllowed(fault).reason;
  return value?.unavailable.find(({ shippingMethod }) => shippingMethod?.id === method.id)?.reason ?? "LANE_NOT_SERVED";
}

function candidateOf(
  deps: ShippingDeps,
  rateQuote: RateQuote,
  { method, account, place, today }: JudgedMethod,
  shipDate: string | null,
  now: Date,
): Found {
  const { id, price, details, estimatedDeliveryDate, transitDays } = rateQuote;
  const service = serviceOf(deps, rateQuote, account?.carrierCode);
  const transit = { estimatedDeliveryDate, transitDays, shippedOn: shipDate ?? today };
  const promised = promisedDays(method.dispatch, place, now, transit);
  return {
    ...{ id, price, rateQuote, service },
    name: method.serviceCode === null && service ? `${method.name}: ${service.name}` : method.name,
    sameness: service && `${account?.carrierCode} ${service.code}`,
    isFree: new Decimal(price.amount).isZero(),
    promisedDate: promised.earliest,
    promisedLatestDate: promised.latest,
    isAccessPoint: details.accessPoint !== null,
  };
}

function serviceOf({ carriers }: ShippingDeps, { serviceCode, details }: RateQuote, carrierCode: string | undefined) {
  const catalogue = carriers.get(carrierCode ?? "")?.catalogue;
  return (serviceCode && catalogue?.findService(serviceCode, details.shipFrom.countryCode)) || null;
}
