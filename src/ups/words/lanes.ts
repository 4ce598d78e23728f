import type { Address } from "../../carrier/values.js";
import type { OriginGroup } from "./codes.js";
import { type CustomsBorder, customsBorder, isEuropeanUnion } from "./places/customs-areas.js";
import { locate } from "./places/place.js";
import { type PlaceAddress, writtenPlace } from "./places/written-place.js";

const usOrPr = new Set(["US", "PR"]);

/** UPS's codes of the countries or territories at both ends. */
export interface Countries {
  from: string;
  to: string;
}

export interface Lane extends Countries {
  customs: CustomsBorder;
  /** Customs and tax areas: those of the countries, but for special territories. */
  areas: { from: string; to: string };
  /** One end is Alaska or Hawaii, which no road of the United States leads to. */
  isApart: boolean;
}

export function laneOf(shipment: { shipFrom: Address; shipTo: Address }): Lane {
  return laneBetween(shipment.shipFrom, shipment.shipTo);
}

export function laneBetween(shipFrom: PlaceAddress, shipTo: PlaceAddress): Lane {
  const [origin, destination] = [locate(shipFrom), locate(shipTo)];
  return {
    from: origin.country,
    to: destination.country,
    customs: customsBorder(origin, destination),
    areas: { from: origin.area, to: destination.area },
    isApart: isApart(shipFrom) || isApart(shipTo),
  };
}

/** By state, else by ZIP code (USPS, Publication 28, appendix B). */
function isApart(address: PlaceAddress): boolean {
  const { country, region, postalCode } = writtenPlace(address);
  return country === "US" && (["AK", "HI"].includes(region) || /^(99[5-9]|96[78])/.test(postalCode));
}

export function isCrossBorder({ from, to }: Countries): boolean {
  return from !== to;
}

/** To UPS nothing is international between the United States and Puerto Rico. */
export function isInternational(lane: Countries): boolean {
  return isCrossBorder(lane) && !(usOrPr.has(lane.from) && usOrPr.has(lane.to));
}

/** With Puerto Rico. */
export function isUnitedStates(country: string): boolean {
  return usOrPr.has(country);
}

/** By UPS's countries: what lies outside the Union's customs or taxes has a code of its own, but for a few towns. */
function isWithinEu({ from, to }: Countries): boolean {
  return isEuropeanUnion(from) && isEuropeanUnion(to);
}

/** Between them nobody can be named to pay duties (Shipping.yaml, ShipmentCharge type 02: "Qualified Domestic"). */
export function isQualifiedDomestic(lane: Countries): boolean {
  return !isInternational(lane) || isWithinEu(lane);
}

/** Customs ask for duties, and UPS lets their payer be chosen. */
export function hasDuties(lane: Lane): boolean {
  return lane.customs !== "NONE" && !isQualifiedDomestic(lane);
}

/** References go on the package here and on the shipment elsewhere; the wrong level is error 120541. */
export function hasPackageReferences({ from, to }: Countries): boolean {
  return from === to && usOrPr.has(from);
}

/** Where a signature is asked for per package; elsewhere for the whole shipment. */
export function hasPackageSignature({ from, to }: Countries): boolean {
  return (usOrPr.has(from) && usOrPr.has(to)) || (from === "CA" && to === "CA");
}

/** UPS wants the value of the goods to ship here, of goods that go out only (Shipping.yaml, InvoiceLineTotal). */
export function needsInvoiceTotal({ from, to }: Countries, isReturn: boolean): boolean {
  return !isReturn && from === "US" && (to === "CA" || to === "PR");
}

/** UPS wants to know what is inside (Shipping.yaml, Shipment.Description). */
export function needsDescription(lane: Countries, upsService: string, isLettersOnly: boolean): boolean {
  if (lane.from === "AE" || lane.to === "AE") return true;
  if (!isCrossBorder(lane) || isLettersOnly) return false;
  return !(isWithinEu(lane) && upsService === "11");
}

export function originGroupOf(country: string): OriginGroup {
  if (country === "US" || country === "CA" || country === "PR" || country === "MX" || country === "PL") return country;
  return isEuropeanUnion(country) ? "EU" : "OTHER";
}
