import { fuelCode, type Price } from "../pricing/price.js";
import type { Surcharge } from "../pricing/surcharges.js";
import { billingWeight } from "../pricing/weights.js";
import type { RequestedShipment } from "../request/requested-shipment.js";

/** Writers for the charge blocks that Rate and Ship answers share. Money is text with two decimals. */

export const amount = (cents: number) => (cents / 100).toFixed(2);

export function money(price: Price, cents: number) {
  return { CurrencyCode: price.currency, MonetaryValue: amount(cents) };
}

export function itemizedCharges(price: Price, surcharges: Surcharge[]) {
  return surcharges.map(({ code, cents, subType }) => ({
    Code: code,
    ...money(price, cents),
    ...(subType && { SubType: subType }),
  }));
}

/** Charges of one package at both prices: nothing where it has none (Rating.yaml, RatedPackage_NegotiatedCharges). */
export function packageCharges(published: Price, negotiated: Price | null, index: number) {
  const itemized = (price: Price | null) =>
    price ? itemizedCharges(price, price.packages[index]?.itemized ?? []) : [];
  const [atPublished, atNegotiated] = [itemized(published), itemized(negotiated)];
  return {
    ...(atPublished.length > 0 && { ItemizedCharges: atPublished }),
    ...(atNegotiated.length > 0 && { NegotiatedCharges: { ItemizedCharges: atNegotiated } }),
  };
}

/** Charges of one package at both prices with its share of the way: base and fuel, as inside the United States. */
export function wholePackageCharges(published: Price, negotiated: Price | null, index: number) {
  const atNegotiated = negotiated && wholeCharges(negotiated, index);
  const { TotalCharge, ...atPublished } = wholeCharges(published, index);
  return { ...atPublished, TotalCharges: TotalCharge, ...(atNegotiated && { NegotiatedCharges: atNegotiated }) };
}

function wholeCharges(price: Price, index: number) {
  const { base = 0, fuel = 0, itemized = [], serviceOptions = 0 } = price.packages[index] ?? {};
  return {
    TransportationCharges: money(price, base + fuel),
    BaseServiceCharge: money(price, base),
    ItemizedCharges: itemizedCharges(price, [...itemized, { code: fuelCode, cents: fuel }]),
    TotalCharge: money(price, base + fuel + serviceOptions),
  };
}

/** Taxes and the total with them; nothing where no tax was asked for or none is due. */
export function taxBlock(price: Price, wantsTaxes: boolean) {
  if (!wantsTaxes || !price.tax) return {};
  return {
    TaxCharges: [{ Type: price.tax.type, MonetaryValue: amount(price.tax.cents) }],
    TotalChargesWithTaxes: money(price, price.total + price.tax.cents),
  };
}

/** What the shipper pays in the end, as the ledger keeps it. */
export function amountDue(published: Price, negotiated: Price | null, wantsTaxes: boolean) {
  const price = negotiated ?? published;
  const tax = wantsTaxes ? (price.tax?.cents ?? 0) : 0;
  return { amount: amount(price.total + tax), currencyCode: price.currency };
}

const unitNames: Record<string, string> = { KGS: "Kilograms", OZS: "Ounces" };

export function billingWeightBlock(shipment: RequestedShipment) {
  const { weight, unit } = billingWeight(shipment);
  return { UnitOfMeasurement: { Code: unit, Description: unitNames[unit] ?? "Pounds" }, Weight: weight };
}
