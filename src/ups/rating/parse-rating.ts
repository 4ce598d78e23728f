import type { Answered } from "../../carrier/outcome.js";
import type { NegotiatedRateState, RatedService } from "../../carrier/rating.js";
import type { Weight } from "../../carrier/values.js";
import { chargesOf, negotiatedTotal, type PricedShipment, priceOf } from "../shipping/priced-charges.js";
import { notEnrolledAlert } from "../wire/error-codes.js";
import { alertMessages, answered, isSuccess } from "../words/alerts.js";
import { serviceCodeOf } from "../words/codes.js";
import { parseTransit } from "./parse-transit.js";
import { type RatedShipment, rateAnswer } from "./rating-shape.js";

/** The priced services in UPS's order; null when the answer cannot be read. The same service may come twice. */
export function parseRating(json: unknown): Answered<RatedService[]> | null {
  const parsed = rateAnswer.safeParse(json);
  if (!parsed.success || !isSuccess(parsed.data.RateResponse.Response)) return null;
  const { Response, RatedShipment } = parsed.data.RateResponse;
  if (RatedShipment.length === 0) return null;
  const alerts = Response?.Alert ?? [];
  const all = [...alerts, ...RatedShipment.flatMap((rated) => rated.RatedShipmentAlert)];
  const absence = reasonForNoNegotiatedPrice(
    all.map((alert) => alert.Code),
    RatedShipment.some((rated) => negotiatedTotal(rated.NegotiatedRateCharges) !== null),
  );
  const services = RatedShipment.map((rated) => toService(rated, absence));
  return answered(services, alerts);
}

function toService(rated: RatedShipment, absence: NegotiatedRateState): RatedService {
  const negotiated = negotiatedTotal(rated.NegotiatedRateCharges);
  const published = rated.TotalCharges;
  const prices = pricesOf(rated);
  const total = priceOf(prices) ?? published;
  return {
    serviceCode: serviceCodeOf(rated.Service.Code),
    carrierServiceCode: rated.Service.Code,
    total,
    published,
    negotiated,
    negotiatedState: negotiated ? "APPLIED" : absence,
    charges: chargesOf(prices, total),
    ...parseTransit(rated),
    billableWeight: billableWeight(rated),
    messages: alertMessages(rated.RatedShipmentAlert),
  };
}

function pricesOf({
  NegotiatedRateCharges: negotiated,
  RatedPackage: packages,
  ...published
}: RatedShipment): PricedShipment {
  return { negotiated, published, packages };
}

/** Negotiated prices are always asked for, so their absence has a reason. */
function reasonForNoNegotiatedPrice(alertCodes: string[], hasAnyNegotiated: boolean): NegotiatedRateState {
  if (hasAnyNegotiated) return "NOT_OFFERED_FOR_LANE";
  return alertCodes.includes(notEnrolledAlert) ? "ACCOUNT_NOT_ENROLLED" : "UNKNOWN";
}

const weightUnits: Record<string, Weight["unit"]> = { LBS: "LB", KGS: "KG", OZS: "OZ" };

function billableWeight({ BillingWeight }: RatedShipment): Weight | null {
  const unit = weightUnits[BillingWeight?.UnitOfMeasurement.Code ?? ""];
  const value = Number(BillingWeight?.Weight);
  return unit && Number.isFinite(value) ? { value, unit } : null;
}
