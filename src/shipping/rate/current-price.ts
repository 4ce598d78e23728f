import type { Outcome } from "../../carrier/outcome.js";
import type { RatedService } from "../../carrier/rating.js";
import type { DimensionUnit, WeightUnit } from "../../carrier/values.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { toCarrierDetails } from "../shipment/carrier-details.js";
import { isOnSaturday } from "../shipment/delivery-day.js";
import { hasNoPrice } from "./read-outcome.js";
import { noPrice } from "./unavailable-option.js";

export interface CarrierUnits {
  weightUnit: WeightUnit;
  dimensionUnit: DimensionUnit;
}

/**
 * What the carrier asks now for one service, with or without Saturday delivery as the options say: one call, never
 * shared with another request. `units` null: the usual ones of the origin. REJECTED also when the carrier prices
 * the service, but not on the asked day, or at zero. Safe to repeat; not inside a transaction.
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
  if (rated && hasNoPrice(rated, details)) return { kind: "REJECTED", messages: [...outcome.messages, noPriceGiven] };
  if (rated) return { ...outcome, value: rated };
  deps.log.warn("The carrier priced another service than the one asked for.", { serviceCode, isSaturday });
  return { kind: "REJECTED", messages: [...outcome.messages, notOffered(isSaturday)] };
}

const noPriceGiven = { code: "NO_PRICE", severity: "ERROR" as const, text: noPrice.message };

function notOffered(isSaturday: boolean) {
  const text = `The carrier gave no price for the service ${isSaturday ? "with" : "without"} Saturday delivery.`;
  return { code: "NOT_OFFERED", severity: "ERROR" as const, text };
}
