import { z } from "zod";
import type { RateCharge } from "../../carrier/rating.js";
import type { Money } from "../../carrier/values.js";
import { sumOf } from "../../money.js";
import {
  type ChargeBlock,
  isCharged,
  itemisedCharges,
  moneyIfReadable,
  optionalMoney,
  packageItemisedCharges,
  rateModifiers,
  taxCharges,
  toCharges,
} from "../words/charges.js";
import { upsMoney } from "../words/money.js";
import { maybe, readableIfThere } from "../words/shapes.js";

const breakdownFields = {
  BaseServiceCharge: optionalMoney,
  ItemizedCharges: itemisedCharges,
  RateModifier: rateModifiers,
};

/**
 * What UPS charges at one of its two prices, in Rate's answer and in Ship's. Both spellings of the total are met. No price
 * is better than another one than UPS wrote, so that a total that cannot be read makes the whole unreadable.
 */
export const chargeFields = {
  ...breakdownFields,
  TaxCharges: taxCharges,
  TotalCharge: readableIfThere(upsMoney),
  TotalCharges: readableIfThere(upsMoney),
  TotalChargesWithTaxes: readableIfThere(upsMoney),
};

const packageFields = {
  BaseServiceCharge: moneyIfReadable,
  ItemizedCharges: packageItemisedCharges,
  RateModifier: rateModifiers,
};

/** What is charged for one package alone. Inside the United States its base charge stands here only (captures). */
export const packageChargeFields = { ...packageFields, NegotiatedCharges: maybe(z.object(packageFields)) };

export type Charges = z.infer<z.ZodObject<typeof chargeFields>>;
export type PackageCharges = z.infer<z.ZodObject<typeof packageChargeFields>>;
type Breakdown = z.infer<z.ZodObject<typeof breakdownFields>>;
type PackageBreakdown = z.infer<z.ZodObject<typeof packageFields>>;

/** Both prices of a shipment, priced or bought. */
export interface PricedShipment {
  published: Charges | undefined;
  negotiated: Charges | undefined;
  packages: PackageCharges[];
}

/** Both prices as far as they are true: a price of zero beside a real one is one that UPS did not make. */
export function truePrices(shipment: PricedShipment): PricedShipment {
  const { negotiated, published } = shipment;
  const isReal = [negotiated, published].some((charges) => totalsOf(charges).some(isPositive));
  return isReal ? { ...shipment, negotiated: withoutZeros(negotiated), published: withoutZeros(published) } : shipment;
}

/** Where what UPS calls negotiated is not what whoever pays has negotiated. */
export function publishedAlone({ published, packages }: PricedShipment): PricedShipment {
  return { published, negotiated: undefined, packages: packages.map(({ NegotiatedCharges: _, ...pkg }) => pkg) };
}

/** What UPS will bill: negotiated with taxes, else negotiated, else published with taxes, else published. */
export function priceOf({ negotiated, published }: PricedShipment): Money | null {
  return [...totalsOf(negotiated), ...totalsOf(published)][0] ?? null;
}

/** Without taxes. */
export function totalOf(charges: Charges | undefined): Money | null {
  return charges?.TotalCharge ?? charges?.TotalCharges ?? charges?.TotalChargesWithTaxes ?? null;
}

/**
 * The charges of one shipment; they sum to `price`. Of the negotiated price where UPS itemises it, else of the
 * published one, less the discount that leads to the negotiated price.
 */
export function chargesOf(shipment: PricedShipment, price: Money): RateCharge[] {
  return toCharges({ price, ...breakdownOf(shipment), taxes: taxesOf(shipment) });
}

/** With taxes first. */
function totalsOf(charges: Charges | undefined): Money[] {
  const totals = [charges?.TotalChargesWithTaxes, charges?.TotalCharge, charges?.TotalCharges];
  return totals.filter((total) => total !== undefined);
}

function isPositive({ amount }: Money): boolean {
  return Number(amount) > 0;
}

function withoutZeros(charges: Charges | undefined): Charges | undefined {
  if (!charges || !totalsOf(charges).some(isPositive)) return undefined;
  const real = (total: Money | undefined) => (total && isPositive(total) ? total : undefined);
  const { TotalCharge, TotalCharges, TotalChargesWithTaxes } = charges;
  const totals = { TotalCharge: real(TotalCharge), TotalCharges: real(TotalCharges) };
  return { ...charges, ...totals, TotalChargesWithTaxes: real(TotalChargesWithTaxes) };
}

function breakdownOf({ negotiated, published, packages }: PricedShipment): Omit<ChargeBlock, "price" | "taxes"> {
  const ofPackages = packages.flatMap((pkg) => pkg.NegotiatedCharges ?? []);
  const atNegotiated = joined(negotiated, negotiated ? ofPackages : []);
  if (atNegotiated.base && isItemised(atNegotiated, totalOf(negotiated))) {
    return { ...atNegotiated, discountName: "Discount" };
  }
  return { ...joined(published, packages), discountName: "Discount on the published price" };
}

/** A base charge alone explains a price only where it is the price. */
function isItemised({ base, itemised }: Pick<ChargeBlock, "base" | "itemised">, total: Money | null): boolean {
  return itemised.some(isCharged) || (total !== null && Number(base?.amount) === Number(total.amount));
}

/** The shipment's charges and its packages'. A base charge of zero is one that stands with the packages. */
function joined(shipment: Breakdown | undefined, packages: PackageBreakdown[]) {
  const base = shipment?.BaseServiceCharge;
  const all: PackageBreakdown[] = shipment ? [shipment, ...packages] : packages;
  return {
    base: base && isPositive(base) ? base : baseOf(packages),
    itemised: all.flatMap((part) => part.ItemizedCharges).filter((charge) => charge !== null),
    modifiers: all.flatMap((part) => part.RateModifier),
  };
}

function baseOf(packages: PackageBreakdown[]): Money | undefined {
  const bases = packages.flatMap((pkg) => pkg.BaseServiceCharge ?? []).filter(isPositive);
  const [first] = bases;
  const isOneCurrency = bases.every(({ currencyCode }) => currencyCode === first?.currencyCode);
  return first && isOneCurrency ? sumOf(bases, first.currencyCode) : undefined;
}

/** The taxes that are in the price: none where it is one without taxes. Both blocks have been seen to hold taxes. */
function taxesOf({ negotiated, published }: PricedShipment): ChargeBlock["taxes"] {
  if (negotiated?.TotalChargesWithTaxes) {
    return negotiated.TaxCharges.length > 0 ? negotiated.TaxCharges : (published?.TaxCharges ?? []);
  }
  return !totalOf(negotiated) && published?.TotalChargesWithTaxes ? published.TaxCharges : [];
}
