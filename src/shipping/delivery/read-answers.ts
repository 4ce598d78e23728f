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

export interface ReadAnswers {
  candidates: Found[];
  /** Methods without any. */
  without: WhyNot[];
}

/** What the accounts came to, and what was left out before they were asked. */
export function readAnswers(deps: ShippingDeps, judged: JudgedMethod[], asked: AskedAccount[], now: Date): ReadAnswers {
  const leftOut = judged.flatMap(({ method: { name }, leftOut: why }) => (why === null ? [] : { name, ...why }));
  const read = asked.map((account) => readAnswer(deps, account, now));
  return {
    candidates: read.flatMap(({ candidates }) => candidates),
    without: [...leftOut, ...read.flatMap(({ without }) => without)],
  };
}

function readAnswer(deps: ShippingDeps, { methods, askedDay, result }: AskedAccount, now: Date): ReadAnswers {
  const quotes = result.value?.quotes ?? [];
  const read: ReadAnswers = { candidates: [], without: [] };
  for (const judged of methods) {
    const { id, name } = judged.method;
    const own = quotes.filter(({ shippingMethodId }) => shippingMethodId === id);
    read.candidates.push(...own.map((quote) => candidateOf(deps, quote, judged, askedDay, now)));
    if (own.length === 0) read.without.push({ name, key: reasonFor(judged, result), limits: null });
  }
  return read;
}

function reasonFor({ method }: JudgedMethod, { value, userErrors }: AskedAccount["result"]): UnavailableKey {
  const [fault] = userErrors;
  if (fault) return whyNotAllowed(fault).reason;
  return value?.unavailable.find(({ shippingMethod }) => shippingMethod?.id === method.id)?.reason ?? "LANE_NOT_SERVED";
}

function candidateOf(
  deps: ShippingDeps,
  rateQuote: RateQuote,
  { method, account, dispatchedFrom, today }: JudgedMethod,
  askedDay: string | null,
  now: Date,
): Found {
  const { id, price, details, estimatedDeliveryDate, transitDays } = rateQuote;
  const service = serviceOf(deps, rateQuote, account?.carrierCode);
  const transit = { estimatedDeliveryDate, transitDays, shippedOn: askedDay ?? today };
  const promised = promisedDays(method.dispatch, dispatchedFrom, now, transit);
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
