import type { Answered } from "../../carrier/outcome.js";
import type { NegotiatedRateState, RatedService } from "../../carrier/rating.js";
import type { CarrierMessage, Money, Weight } from "../../carrier/values.js";
import { chargesOf, type PricedShipment, priceOf, totalOf, truePrices } from "../shipping/priced-charges.js";
import { alertMessages, answered, isFailure } from "../words/alerts.js";
import { serviceCodeOf } from "../words/codes.js";
import { notEnrolledCode } from "../words/error-codes/account-codes.js";
import { numberOf } from "../words/money.js";
import { parseTransit } from "./parse-transit.js";
import { namedService, type RatedShipment, rateAnswer, ratedShipment } from "./rating-shape.js";

/**
 * The priced services in UPS's order; null when no price can be read. The same service may come twice. A service whose
 * own price cannot be read is no offer, costs the others nothing, and is told in a message.
 */
export function parseRating(json: unknown): Answered<RatedService[]> | null {
  const parsed = rateAnswer.safeParse(json);
  if (!parsed.success || isFailure(parsed.data.RateResponse.Response)) return null;
  const { Response, RatedShipment: entries } = parsed.data.RateResponse;
  const alerts = Response?.Alert ?? [];
  const read = entries.map(readPriced);
  const rated = read.filter((priced) => priced !== null);
  if (rated.length === 0) return null;
  const absence = reasonForNoNegotiatedPrice(rated, alerts);
  const answer = answered(
    rated.map((service) => toService(service, absence)),
    alerts,
  );
  const unread = entries.filter((_, index) => read[index] === null);
  return { ...answer, messages: [...answer.messages, ...unread.map(priceUnreadable)] };
}

interface Priced {
  rated: RatedShipment;
  prices: PricedShipment;
  total: Money;
}

function readPriced(entry: unknown): Priced | null {
  const rated = ratedShipment.safeParse(entry).data;
  if (!rated) return null;
  const prices = pricesOf(rated);
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
  const code = namedService.safeParse(entry).data?.Service.Code ?? "without a name";
  const text = `UPS's price of its service ${code} cannot be read, so the service is not offered.`;
  return { code: "PRICE_UNREADABLE", severity: "WARNING", text };
}

function pricesOf({ NegotiatedRateCharges, RatedPackage, ...published }: RatedShipment): PricedShipment {
  return truePrices({ negotiated: NegotiatedRateCharges, published, packages: RatedPackage });
}

/** Negotiated prices are always asked for, so their absence has a reason. */
function reasonForNoNegotiatedPrice(all: Priced[], alerts: RatedShipment["RatedShipmentAlert"]): NegotiatedRateState {
  if (all.some(({ prices }) => totalOf(prices.negotiated) !== null)) return "NOT_OFFERED_FOR_LANE";
  const told = [...alerts, ...all.flatMap(({ rated }) => rated.RatedShipmentAlert)];
  return told.some(({ Code }) => Code === notEnrolledCode) ? "ACCOUNT_NOT_ENROLLED" : "UNKNOWN";
}

const weightUnits: Record<string, Weight["unit"]> = { LBS: "LB", LB: "LB", KGS: "KG", KG: "KG", OZS: "OZ", OZ: "OZ" };

function billableWeight({ BillingWeight }: RatedShipment): Weight | null {
  const unit = weightUnits[BillingWeight?.UnitOfMeasurement?.Code?.toUpperCase() ?? ""];
  const value = numberOf(BillingWeight?.Weight);
  return unit && value !== null ? { value, unit } : null;
}
