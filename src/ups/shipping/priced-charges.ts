import { z } from "zod";
import type { RateCharge } from "../../carrier/rating.js";
import type { Money } from "../../carrier/values.js";
import {
  baseCharge,
  type ChargeBlock,
  isCharged,
  itemisedCharges,
  optionalMoney,
  taxCharges,
  toCharges,
} from "../words/charges.js";

/** What UPS charges at one of its two prices, in Rate's answer and in Ship's. Both spellings of the total are met. */
export const chargeFields = {
  BaseServiceCharge: baseCharge,
  ItemizedCharges: itemisedCharges,
  TaxCharges: taxCharges,
  TotalCharge: optionalMoney,
  TotalCharges: optionalMoney,
  TotalChargesWithTaxes: optionalMoney,
};

type Charges = z.infer<z.ZodObject<typeof chargeFields>>;

/** What is charged for one package alone. */
export interface PackageCharges {
  BaseServiceCharge?: Money | undefined;
  ItemizedCharges: Charges["ItemizedCharges"];
  NegotiatedCharges?: { ItemizedCharges: Charges["ItemizedCharges"] } | undefined;
}

/** Both prices of a shipment, priced or bought. */
export interface PricedShipment {
  published: Charges | undefined;
  negotiated: Charges | undefined;
  packages: PackageCharges[];
}

/** What UPS will bill: negotiated with taxes, else negotiated, else published with taxes, else published. */
export function priceOf({ negotiated, published }: PricedShipment): Money | null {
  return (
    negotiated?.TotalChargesWithTaxes ??
    negotiatedTotal(negotiated) ??
    published?.TotalChargesWithTaxes ??
    published?.TotalCharges ??
    null
  );
}

/** Without taxes. */
export function negotiatedTotal(negotiated: Charges | undefined): Money | null {
  return negotiated?.TotalCharge ?? negotiated?.TotalCharges ?? null;
}

/**
 * The charges of one shipment; they sum to `price`. Of the negotiated price where UPS itemises it, else of the
 * published one, less the discount that leads to the negotiated price.
 */
export function chargesOf(shipment: PricedShipment, price: Money): RateCharge[] {
  return toCharges({ price, ...breakdownOf(shipment), taxes: taxesOf(shipment) });
}

function breakdownOf({ negotiated, published, packages }: PricedShipment): Omit<ChargeBlock, "price" | "taxes"> {
  const itemised = [
    ...(negotiated?.ItemizedCharges ?? []),
    ...packages.flatMap((pkg) => pkg.NegotiatedCharges?.ItemizedCharges ?? []),
  ];
  if (negotiated?.BaseServiceCharge && itemised.some(isCharged)) {
    return { base: negotiated.BaseServiceCharge, itemised, discountName: "Discount" };
  }
  const atPublished = [...(published?.ItemizedCharges ?? []), ...packages.flatMap((pkg) => pkg.ItemizedCharges)];
  return {
    base: published?.BaseServiceCharge,
    itemised: atPublished,
    discountName: "Discount on the published price",
  };
}

/** The taxes that are in the price: none where it is one without taxes. Both blocks have been seen to hold taxes. */
function taxesOf({ negotiated, published }: PricedShipment): ChargeBlock["taxes"] {
  if (negotiated?.TotalChargesWithTaxes) {
    return negotiated.TaxCharges.length > 0 ? negotiated.TaxCharges : (published?.TaxCharges ?? []);
  }
  return !negotiatedTotal(negotiated) && published?.TotalChargesWithTaxes ? published.TaxCharges : [];
}
