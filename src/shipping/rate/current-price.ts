import type { Outcome, Unavailable } from "../../carrier/outcome.js";
import type { RatedService } from "../../carrier/rating.js";
import type { CarrierMessage, DimensionUnit, WeightUnit } from "../../carrier/values.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { toCarrierDetails } from "../shipment/carrier-details.js";
import { isOnSaturday } from "../shipment/delivery-day.js";
import { hasNoPrice } from "./read-outcome.js";
import { noPrice, unreadPrice } from "./unavailable-option.js";

export interface CarrierUnits {
  weightUnit: WeightUnit;
  dimensionUnit: DimensionUnit;
}

/**
 * What the carrier asks now for one service, with or without Saturday delivery as the options say: one call, never
 * shared with another request. `units` null: the usual ones of the origin. REJECTED also when the carrier prices
 * the service, but not on the asked day, or at zero; UNAVAILABLE also when its price cannot be read. Safe to repeat; not
 * inside a transaction.
 */
export async function currentPrice(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  details: StoredShipmentDetails,
  serviceCode: string,
  units: CarrierUnits | null,
): Promise<Outcome<RatedService>> {
  const request = {
    details: toCarrierDetails(details, null),
    serviceCode,
    weightUnit: units?.weightUnit ?? null,
    dimensionUnit: units?.dimensionUnit ?? null,
  };
  const outcome = await loaded.adapter.rate(loaded.access, request, { purchaseId: null });
  if (outcome.kind !== "ANSWERED") return outcome;
  const isSaturday = isOnSaturday(details.options);
  const rated = outcome.value.find(
    (service) => service.serviceCode === serviceCode && isOnSaturday(service) === isSaturday,
  );
  if (rated && hasNoPrice(rated, details))
    return { kind: "REJECTED", messages: [...outcome.messages, noPriceGiven(rated)] };
  if (rated) return { ...outcome, value: rated };
  const unread = unreadPrice(outcome.messages, serviceCode);
  if (unread) return unreadable(unread.message, outcome.messages);
  deps.log.warn("The carrier priced another service than the one asked for.", { serviceCode, isSaturday });
  return { kind: "REJECTED", messages: [...outcome.messages, notOffered(isSaturday)] };
}

function noPriceGiven({ total }: RatedService) {
  return { code: "NO_PRICE", severity: "ERROR" as const, text: noPrice(total).message };
}

/** Another answer may be readable, so that it is asked again where there is time. */
function unreadable(text: string, messages: CarrierMessage[]): Unavailable {
  const message = text.replace(/\.$/, "");
  return { kind: "UNAVAILABLE", reason: "PROTOCOL_ERROR", message, retryAfterSeconds: null, messages };
}

function notOffered(isSaturday: boolean) {
  const text = `The carrier gave no price for the service ${isSaturday ? "with" : "without"} Saturday delivery.`;
  return { code: "NOT_OFFERED", severity: "ERROR" as const, text };
}
