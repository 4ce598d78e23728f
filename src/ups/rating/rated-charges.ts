import type { RateCharge } from "../../carrier/rating.js";
import type { Money } from "../../carrier/values.js";
import { type ChargeBlock, isCharged, toCharges } from "../words/charges.js";
import type { RatedShipment } from "./rating-shape.js";

/**
 * The charges of one priced service; they sum to `price`. Of the negotiated price where UPS itemises it, else of the
 * published one, less the discount that leads to the negotiated price.
 */
export function chargesOf(rated: RatedShipment, price: Money): RateCharge[] {
  return toCharges({ price, ...breakdownOf(rated), taxes: taxesOf(rated) });
}

function breakdownOf(rated: RatedShipment): Omit<ChargeBlock, "price" | "taxes"> {
  const negotiated = rated.NegotiatedRateCharges;
  const itemised = [
    ...(negotiated?.ItemizedCharges ?? []),
    ...rated.RatedPackage.flatMap((pkg) => pkg.NegotiatedCharges?.ItemizedCharges ?? []),
  ];
  if (negotiated?.BaseServiceCharge && itemised.some(isCharged)) {
    return { base: negotiated.BaseServiceCharge, itemised, discountName: "Discount" };
  }
  const published = [...rated.ItemizedCharges, ...rated.RatedPackage.flatMap((pkg) => pkg.ItemizedCharges)];
  return { base: rated.BaseServiceCharge, itemised: published, discountName: "Discount on the published price" };
}

/** The taxes that are in the price: none where it is one without taxes. Both blocks have been seen to hold taxes. */
function taxesOf({ NegotiatedRateCharges: negotiated, ...published }: RatedShipment): ChargeBlock["taxes"] {
  if (negotiated?.TotalChargesWithTaxes) {
    return negotiated.TaxCharges.length > 0 ? negotiated.TaxCharges : published.TaxCharges;
  }
  const isNegotiated = negotiated?.TotalCharge ?? negotiated?.TotalCharges;
  return !isNegotiated && published.TotalChargesWithTaxes ? published.TaxCharges : [];
}
