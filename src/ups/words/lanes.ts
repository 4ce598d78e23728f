import type { Address } from "../../carrier/values.js";
import type { OriginGroup } from "./codes.js";

const eu = new Set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "));
const usOrPr = new Set(["US", "PR"]);

export interface Lane {
  from: string;
  to: string;
}

/** UPS treats Puerto Rico as a country of its own, whichever way the address is written. */
export function countryOf(address: Pick<Address, "countryCode" | "region">): string {
  const country = address.countryCode.toUpperCase();
  return country === "US" && address.region?.trim().toUpperCase() === "PR" ? "PR" : country;
}

export function laneOf(shipment: { shipFrom: Address; shipTo: Address }): Lane {
  return { from: countryOf(shipment.shipFrom), to: countryOf(shipment.shipTo) };
}

export function isCrossBorder({ from, to }: Lane): boolean {
  return from !== to;
}

/** To UPS nothing is international between the United States and Puerto Rico. */
export function isInternational(lane: Lane): boolean {
  return isCrossBorder(lane) && !(usOrPr.has(lane.from) && usOrPr.has(lane.to));
}

export function isEuropeanUnion(country: string): boolean {
  return eu.has(country);
}

/** With Puerto Rico. */
export function isUnitedStates(country: string): boolean {
  return usOrPr.has(country);
}

export function isWithinEu({ from, to }: Lane): boolean {
  return eu.has(from) && eu.has(to);
}

/** No customs between them, so no choice of who pays duties (Shipping.yaml, ShipmentCharge type 02). */
export function isQualifiedDomestic(lane: Lane): boolean {
  return !isInternational(lane) || isWithinEu(lane);
}

/** References go on the package here and on the shipment elsewhere; the wrong level is error 120541. */
export function hasPackageReferences({ from, to }: Lane): boolean {
  return from === to && usOrPr.has(from);
}

/** Where a signature is asked for per package; elsewhere for the whole shipment. */
export function hasPackageSignature({ from, to }: Lane): boolean {
  return (usOrPr.has(from) && usOrPr.has(to)) || (from === "CA" && to === "CA");
}

/** UPS wants the value of the goods to ship here, of goods that go out only (Shipping.yaml, InvoiceLineTotal). */
export function needsInvoiceTotal({ from, to }: Lane, isReturn: boolean): boolean {
  return !isReturn && from === "US" && (to === "CA" || to === "PR");
}

/** UPS wants to know what is inside (Shipping.yaml, Shipment.Description). */
export function needsDescription(lane: Lane, upsService: string, isLettersOnly: boolean): boolean {
  if (lane.from === "AE" || lane.to === "AE") return true;
  if (!isCrossBorder(lane) || isLettersOnly) return false;
  return !(isWithinEu(lane) && upsService === "11");
}

export function originGroupOf(country: string): OriginGroup {
  if (country === "US" || country === "CA" || country === "PR" || country === "MX" || country === "PL") return country;
  return eu.has(country) ? "EU" : "OTHER";
}
