import type { RateCharge } from "../../carrier/rating.js";
import type { Money } from "../../carrier/values.js";
import { toItemised } from "../words/charges.js";
import { chargesOf, negotiatedTotal, type PricedShipment } from "./priced-charges.js";

/**
 * What UPS charges for each package alone, at the price that is paid; empty where it does not say. Fuel, taxes and
 * whatever else it charges for the shipment as a whole are no package's, unless there is one package only.
 */
export function packageChargesOf(shipment: PricedShipment, price: Money | null): RateCharge[][] {
  if (price === null) return shipment.packages.map(() => []);
  if (shipment.packages.length === 1) return [chargesOf(shipment, price)];
  const isNegotiated = negotiatedTotal(shipment.negotiated) !== null;
  return shipment.packages.map((pkg) => {
    // A package's base charge is told at the published price only (Shipping.yaml, PackageResults_NegotiatedCharges).
    const [base, itemised] = isNegotiated
      ? [undefined, pkg.NegotiatedCharges?.ItemizedCharges ?? []]
      : [pkg.BaseServiceCharge, pkg.ItemizedCharges];
    return toItemised(base, itemised, price.currencyCode);
  });
}
