import type { CarrierCatalogue, CatalogueService } from "../../carrier/catalogue.js";
import { findServiceRow, type OriginGroup, type ServiceRow, serviceRows } from "./codes.js";
import { originGroupOf } from "./lanes.js";
import { reachesLane } from "./named-services.js";
import { customerPackage, fitsService, packageTypes } from "./package-types.js";
import { isEuropeanUnion } from "./places/customs-areas.js";
import { unitsOf } from "./units.js";

const exportServices = ["54", "07", "65", "08"];

/**
 * UPS Standard goes by road, so it joins neighbours: in Europe, and Canada, Mexico and the United States
 * (names by origin in Rating's answers and integrations; the reach in Europe is general knowledge). Where nothing is known
 * of it (Gibraltar, Iceland, the western Balkans, Moldova, Turkey, Ukraine) it is not sold.
 */
const europe = new Set("GB GG JE IM CH LI NO MC SM VA AD AX IC XC XL RS".split(" "));
const northAmerica = new Set(["US", "CA", "MX"]);

function hasStandard(origin: string, destination: string | null): boolean {
  const isEuropean = (country: string) => isEuropeanUnion(country) || europe.has(country);
  if (isEuropean(origin)) return destination === null || isEuropean(destination);
  const isInsideStates = origin === "US" && destination === "US";
  return northAmerica.has(origin) && !isInsideStates && (destination === null || northAmerica.has(destination));
}

/** UPS's codes by origin group, then by destination country; `*` for the countries not named. */
const offered: Record<OriginGroup, Record<string, string[]>> = {
  US: {
    US: ["14", "01", "13", "59", "02", "12", "03"],
    PR: ["14", "01", "02", "03"],
    "*": exportServices,
  },
  PR: { PR: ["14", "01", "02", "03"], US: ["14", "01", "02", "03"], "*": exportServices },
  CA: {
    CA: ["14", "01", "13", "02"],
    US: ["14", ...exportServices, "12"],
    "*": exportServices,
  },
  MX: { "*": exportServices },
  PL: { PL: [...exportServices, "82", "83", "84", "85", "86"], "*": exportServices },
  EU: { "*": exportServices },
  OTHER: { "*": exportServices },
};

/** Expedited inside a country: in Poland, by its list; nowhere else in Time in Transit's and Rating's recorded answers. */
function goesAbroadOnly(group: OriginGroup, isDomestic: boolean): boolean {
  return isDomestic && (group === "EU" || group === "OTHER");
}

/** UPS's service codes from `origin` to `destination`; a null country: whatever any of them has. */
export function offeredCodes(origin: string | null, destination: string | null): ReadonlySet<string> {
  if (origin === null)
    return new Set(
      Object.values(offered)
        .flatMap((rows) => Object.values(rows).flat())
        .concat("11", "74"),
    );
  const group = originGroupOf(origin);
  const rows = offered[group];
  const codes = destination === null ? Object.values(rows).flat() : (rows[destination] ?? rows["*"] ?? []);
  const isGermanDomestic = origin === "DE" && (destination === null || destination === "DE");
  const standard = hasStandard(origin, destination) ? ["11"] : [];
  const all = [...codes, ...standard, ...(isGermanDomestic ? ["74"] : [])];
  return new Set(goesAbroadOnly(group, origin === destination) ? all.filter((code) => code !== "08") : all);
}

/** Whether labels of the service are bought on the lane; null: on any. UPS sells more, and maybe on more lanes. */
export function isSold({ ups, named }: ServiceRow, origin: string | null, destination: string | null): boolean {
  return named ? reachesLane(named, origin, destination) : offeredCodes(origin, destination).has(ups);
}

function toService(row: ServiceRow, origin: string | null): CatalogueService {
  const name = (origin === null ? undefined : row.names?.[originGroupOf(origin)]) ?? row.name;
  return { code: row.code, name, carrierServiceCode: row.ups, isRatedByName: row.named !== undefined };
}

export const upsCatalogue: CarrierCatalogue = {
  labelFormats: ["PDF", "ZPL", "EPL", "SPL", "GIF"],
  services(origin, destination) {
    return serviceRows.filter((row) => isSold(row, origin, destination)).map((row) => toService(row, origin));
  },
  findService(code, origin) {
    const row = findServiceRow(code);
    return row && toService(row, origin);
  },
  packageTypes(serviceCode) {
    const service = serviceCode === null ? null : findServiceRow(serviceCode);
    return packageTypes
      .filter((row) => service === null || fitsService(row.ups, service))
      .map(({ code, name, ups }) => ({ code, name, carrierPackageTypeCode: ups }));
  },
  defaultPackageType: customerPackage,
  units: unitsOf,
};
