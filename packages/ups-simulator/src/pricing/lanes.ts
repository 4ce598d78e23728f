import { isEuropeanUnion } from "./countries.js";
import { isSuspended, type ServedPlace } from "./suspended.js";

/** A lane is a pair of origin and destination, as far as services, prices and rules tell pairs apart. */
export type Lane =
  | "US_DOMESTIC"
  | "US_TO_PR"
  | "US_TO_CA_MX"
  | "US_EXPORT"
  | "PR_DOMESTIC"
  | "PR_EXPORT"
  | "CA_DOMESTIC"
  | "CA_TO_US"
  | "CA_EXPORT"
  | "DE_DOMESTIC"
  | "EU_DOMESTIC"
  | "EU_TO_EU"
  | "EU_EXPORT"
  | "OTHER_DOMESTIC"
  | "OTHER_EXPORT";

/** In the order in which a Shop answer lists them. */
const servicesByLane: Record<Lane, string[]> = {
  US_DOMESTIC: ["14", "01", "13", "59", "02", "12", "03"],
  US_TO_PR: ["14", "01", "02", "03"],
  US_TO_CA_MX: ["54", "07", "65", "08", "11"],
  US_EXPORT: ["54", "07", "65", "08"],
  PR_DOMESTIC: ["14", "01", "02", "03"],
  PR_EXPORT: ["54", "07", "65", "08"],
  CA_DOMESTIC: ["14", "01", "13", "02", "11"],
  CA_TO_US: ["14", "07", "65", "08", "12", "11"],
  CA_EXPORT: ["54", "07", "65", "08"],
  DE_DOMESTIC: ["54", "07", "74", "65", "11"],
  EU_DOMESTIC: ["54", "07", "65", "11"],
  EU_TO_EU: ["54", "07", "65", "08", "11"],
  EU_EXPORT: ["54", "07", "65", "08"],
  OTHER_DOMESTIC: ["54", "07", "65"],
  OTHER_EXPORT: ["54", "07", "65", "08"],
};

/** Standard goes by road: it joins the countries of Europe, and those of North America (UPS's service guides). */
const standardAreas = [
  new Set("GB GG JE IM CH LI NO MC SM VA AD AX IC XC XL RS".split(" ")),
  new Set("US CA MX".split(" ")),
] as const;

/** Within Europe, or within North America but for what starts in the United States: Standard goes there. */
export function isRoadLane(from: string, to: string): boolean {
  const isEuropean = (country: string) => isEuropeanUnion(country) || standardAreas[0].has(country);
  if (isEuropean(from)) return isEuropean(to);
  return from !== "US" && standardAreas[1].has(from) && standardAreas[1].has(to);
}

export function laneOf(from: string, to: string): Lane {
  if (from === "US") return laneFromUnitedStates(to);
  if (from === "PR") return to === "PR" || to === "US" ? "PR_DOMESTIC" : "PR_EXPORT";
  if (from === "CA") return to === "CA" ? "CA_DOMESTIC" : to === "US" ? "CA_TO_US" : "CA_EXPORT";
  if (isEuropeanUnion(from)) return laneFromEurope(from, to);
  return from === to ? "OTHER_DOMESTIC" : "OTHER_EXPORT";
}

function laneFromUnitedStates(to: string): Lane {
  if (to === "US") return "US_DOMESTIC";
  if (to === "PR") return "US_TO_PR";
  return to === "CA" || to === "MX" ? "US_TO_CA_MX" : "US_EXPORT";
}

function laneFromEurope(from: string, to: string): Lane {
  if (from === to) return from === "DE" ? "DE_DOMESTIC" : "EU_DOMESTIC";
  return isEuropeanUnion(to) ? "EU_TO_EU" : "EU_EXPORT";
}

function servicesOnLane(from: string, to: string): string[] {
  const services = servicesByLane[laneOf(from, to)];
  return isRoadLane(from, to) && !services.includes("11") ? [...services, "11"] : services;
}

/** Alaska and Hawaii (USPS): 3 Day Select goes by road, between the 48 states that touch (general knowledge). */
const apart = /^(99[5-9]|96[78])/;
const threeDaySelect = "12";

/** What goes between two addresses, in the order in which a Shop answer lists it. */
export function servicesBetween(from: ServedPlace, to: ServedPlace): string[] {
  if (isSuspended(from) || isSuspended(to)) return [];
  const services = servicesOnLane(from.country, to.country);
  const isApart = [from, to].some(({ country, postalCode }) => country === "US" && apart.test(postalCode));
  return isApart ? services.filter((code) => code !== threeDaySelect) : services;
}

/** Whether the service leaves this country at all: tells "invalid from origin" from "not between these places". */
export function isServiceFromOrigin(serviceCode: string, from: string): boolean {
  const destinations = ["US", "PR", "CA", "MX", "DE", "FR", "JP", from];
  return destinations.some((to) => servicesOnLane(from, to).includes(serviceCode));
}

/** Same country, US with Puerto Rico, and the European Union: no duties, no customs papers. */
export function isQualifiedDomestic(from: string, to: string): boolean {
  const lane = laneOf(from, to);
  return lane.endsWith("DOMESTIC") || lane === "US_TO_PR" || lane === "EU_TO_EU";
}
