import type { Answered } from "../../carrier/outcome.js";
import type { NegotiatedRateState, RatedService } from "../../carrier/rating.js";
import type { CarrierMessage, Money, Weight } from "../../carrier/values.js";
import {
  chargesOf,
  type PricedShipment,
  priceOf,
  publishedAlone,
  totalOf,
  truePrices,
} from "../shipping/priced-charges.js";
import { alertMessages, answered, isFailure } from "../words/alerts.js";
import { serviceCodeOf } from "../words/codes.js";
import { arePayerRatesHidden, notEnrolledCode } from "../words/error-codes/account-codes.js";
import { numberOf } from "../words/money.js";
import { parseTransit } from "./parse-transit.js";
import { namedService, type RatedShipment, rateAnswer, ratedShipment } from "./rating-shape.js";

/**
 * The priced services in UPS's order; null when neither a price nor a service can be read. A service may come twice, as on
 * a Saturday, but not alike in everything. A service whose own price cannot be read is no offer, costs the others nothing,
 * and is told in a message.
 */
export function parseRating(json: unknown): Answered<RatedService[]> | null {
  const parsed = rateAnswer.safeParse(json);
  if (!parsed.success || isFailure(parsed.data.RateResponse.Response)) return null;
  const { Response, RatedShipment: entries } = parsed.data.RateResponse;
  const alerts = Response?.Alert ?? [];
  const isHidden = arePayerRatesHidden(alerts);
  const read = entries.map((entry) => readPriced(entry, isHidden));
  const rated = read.filter((priced) => priced !== null);
  const unread = entries.filter((_, index) => read[index] === null).map(priceUnreadable);
  if (rated.length === 0 && !unread.some(({ serviceCode }) => serviceCode)) return null;
  const absence = reasonForNoNegotiatedPrice(rated, alerts);
  const services = rated.map((service) => toService(service, absence));
  const answer = answered(withoutRepeats(services), alerts);
  return { ...answer, messages: [...answer.messages, ...unread] };
}

function withoutRepeats(services: RatedService[]): RatedService[] {
  return [...new Map(services.map((service) => [JSON.stringify(service), service])).values()];
}

interface Priced {
  rated: RatedShipment;
  prices: PricedShipment;
  total: Money;
}

/** `isHidden`: UPS does not show the rates of whoever pays, so that none that it sends are the payer's. */
function readPriced(entry: unknown, isHidden: boolean): Priced | null {
  const rated = ratedShipment.safeParse(entry).data;
  if (!rated) return null;
  const prices = isHidden ? publishedAlone(pricesOf(rated)) : pricesOf(rated);
  const total = priceOf(prices);
  return total && { rated, prices, total };
}

function toService({ rated, prices, total }: Priced, absence: NegotiatedRateState): RatedService {
  const negotiated = totalOf(prices.negotiated);
  return {
    serviceCode: serviceCodeOf(rated.Service.Code),
    carrierServiceCode: rated.Service.Code,
    total,
    published: totalOf(prices.published),
    negotiated,
    negotiatedState: negotiated ? "APPLIED" : absence,
    charges: chargesOf(prices, total),
    ...parseTransit(rated),
    billableWeight: billableWeight(rated),
    messages: alertMessages(rated.RatedShipmentAlert),
  };
}

function priceUnreadable(entry: unknown): CarrierMessage {
  const unreadable = { code: "PRICE_UNREADABLE", severity: "WARNING" } as const;
  const code = namedService.safeParse(entry).data?.Service.Code;
  if (code === undefined)
    return { ...unreadable, text: "UPS sent a price and not for which service, so nothing is offered for it." };
  const text = `UPS's price of its service ${code} cannot be read, so the service is not offered.`;
  return { ...unreadable, text, serviceCode: serviceCodeOf(code) };
}

function pricesOf({ NegotiatedRateCharges, RatedPackage, ...published }: RatedShipment): PricedShipment {
  return truePrices({ negotiated: NegotiatedRateCharges, published, packages: RatedPackage });
}

/** Negotiated prices are always asked for, so their absence has a reason. */
function reasonForNoNegotiatedPrice(all: Priced[], alerts: RatedShipment["RatedShipmentAlert"]): NegotiatedRateState {
  if (all.some(({ prices }) => totalOf(prices.negotiated) !== null)) return "NOT_OFFERED_FOR_LANE";
  const told = [...alerts, ...all.flatMap(({ rated }) => rated.RatedShipmentAlert)];
  if (arePayerRatesHidden(told)) return "PAYER_RATES_HIDDEN";
  return told.some(({ Code }) => Code === notEnrolledCode) ? "ACCOUNT_NOT_ENROLLED" : "UNKNOWN";
}

const weightUnits: Record<string, Weight["unit"]> = { LBS: "LB", LB: "LB", KGS: "KG", KG: "KG", OZS: "OZ", OZ: "OZ" };

function billableWeight({ BillingWeight }: RatedShipment): Weight | null {
  const unit = weightUnits[BillingWeight?.UnitOfMeasurement?.Code?.toUpperCase() ?? ""];
  const value = numberOf(BillingWeight?.Weight);
  return unit && value !== null ? { value, unit } : null;
}
