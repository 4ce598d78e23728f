import type { Place, PlaceType } from "./place.js";
import { placeTable } from "./place-table.js";
import { weeks } from "./weeks.js";

const lockers = new Set(["100004", "400002"]);

/** One row of the table; empty columns are absent. */
function placeOf(row: string): Place {
  const columns = row.split("|").map((column) => column.trim());
  const [id = "", type, point, name = "", line = "", city = "", state = "", postalCode = "", country = ""] = columns;
  const [latitude, longitude, phone = "", week] = columns.slice(9);
  const kind = type as PlaceType;
  const services = country === "US" ? ["01", "02", "05"] : ["03", "04", "05"];
  return {
    id,
    type: kind,
    accessPointId: point || null,
    isLocker: lockers.has(id),
    name,
    line,
    city,
    state,
    postalCode,
    country,
    latitude: Number(latitude),
    longitude: Number(longitude),
    phone,
    week: weeks[week as keyof typeof weeks],
    latestGround: kind === "ACCESS_POINT" ? "" : "1730",
    latestAir: kind === "CENTER" || kind === "STORE" ? "1830" : "",
    // Access points take what is paid for; only centres take everything.
    services: kind === "CENTER" ? services : services.slice(0, kind === "STORE" ? 2 : 1),
  };
}

/** Sixty drop boxes along Manhattan's avenues: more than one search may find. */
const dropBoxes: Place[] = Array.from({ length: 60 }, (_, index) => {
  const at = `${40.73 + index * 0.0015} | ${-74 + index * 0.001}`;
  const street = `${100 + index * 10} 8th Ave | New York | NY | 10011 | US`;
  const box = placeOf(`${190_000 + index} | DROP_BOX | | UPS Drop Box | ${street} | ${at} | | ALWAYS`);
  return { ...box, latestAir: index % 2 === 0 ? "1900" : "" };
});

export const places: readonly Place[] = [...placeTable.trim().split("\n").map(placeOf), ...dropBoxes];

export function findAccessPoint(accessPointId: string): Place | null {
  return places.find((place) => place.accessPointId === accessPointId) ?? null;
}
