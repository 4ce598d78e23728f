import { Decimal } from "decimal.js";
import type { RateCharge } from "../../carrier/rating.js";
import type { Money } from "../../carrier/values.js";
import { toItemised } from "../words/charges.js";
import { chargesOf, type PricedShipment, totalOf } from "./priced-charges.js";

/**
 * What UPS charges for each package alone, at the price that is paid; empty where it does not say. Fuel, taxes and
 * whatever else it charges for the shipment as a whole are no package's, unless there is one package only. Where the
 * packages come to more than the price, as with a discount on the whole, UPS does not say either; nor does it of a package
 * of which one charge cannot be read.
 */
export function packageChargesOf(shipment: PricedShipment, price: Money | null): RateCharge[][] {
  if (price === null) return shipment.packages.map(() => []);
  if (shipment.packages.length === 1) return [chargesOf(shipment, price)];
  const isNegotiated = totalOf(shipment.negotiated) !== null;
  const charges = shipment.packages.map((pkg) => {
    // At the negotiated price the specs have no base charge of a package, some of UPS's answers do.
    const { BaseServiceCharge, ItemizedCharges = [] } = (isNegotiated ? pkg.NegotiatedCharges : pkg) ?? {};
    const readable = ItemizedCharges.filter((charge) => charge !== null);
    const isWhole = BaseServiceCharge !== null && readable.length === ItemizedCharges.length;
    return isWhole ? toItemised(BaseServiceCharge, readable, price.currencyCode) : [];
  });
  const sum = charges.flat().reduce((total, { amount }) => total.plus(amount.amount), new Decimal(0));
  return sum.greaterThan(price.amount) ? charges.map(() => []) : charges;
}
