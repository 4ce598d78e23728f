import { Refusal } from "../answer.js";
import { simpleRatePrice } from "../pricing/simple-rates.js";
import type { RequestedShipment } from "./requested-shipment.js";
import { type RuleCodes, requireBounds } from "./rule-codes.js";

/**
 * Simple Rate (Rating.yaml and Shipping.yaml, Package.SimpleRate): one package of a size by its letter, whose weight and
 * dimensions do not count. ups.com: inside the United States, in the shipper's own packaging.
 */
export function checkSimpleRate(
  { packages, serviceCode, shipFrom, shipTo }: RequestedShipment,
  codes: RuleCodes,
): void {
  const [pkg] = packages.filter(({ simpleRate }) => simpleRate !== undefined);
  if (pkg?.simpleRate === undefined) return;
  requireBounds(packages.length === 1, "Package (one for Simple Rate)");
  requireBounds(/^(XS|S|M|L|XL)$/.test(pkg.simpleRate), "Package.SimpleRate.Code");
  if (pkg.packaging !== "02") throw new Refusal(codes.packaging, "The packaging type is missing or invalid.");
  const isAtHome = shipFrom.country === "US" && shipTo.country === "US";
  if (isAtHome && simpleRatePrice(serviceCode, pkg.simpleRate) !== null) return;
  throw new Refusal(codes.optionUnavailable, "The requested accessory option is unavailable: Simple Rate.");
}
