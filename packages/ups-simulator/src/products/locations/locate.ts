import type { Answer } from "../../answer.js";
import type { Operation, UpsCall } from "../../operation.js";
import { refuseUnknownNames } from "../../request/accepted-names.js";
import { hasOddLocations } from "../../scenarios.js";
import type { Simulator } from "../../simulator.js";
import { dropLocation, type Found, inOddShape } from "./drop-location.js";
import {
  candidatesAnswer,
  foundAnswer,
  geocodeOf,
  LocatorRefusal,
  nothingFound,
  refusalAnswer,
} from "./locator-answer.js";
import { locatorNames } from "./locator-names.js";
import { milesBetween, type Place, placeTypes } from "./place.js";
import { findAccessPoint, places } from "./places.js";
import { readSearch, type SearchRequest } from "./search-request.js";

/** Locator v3: option 1 places of every kind, option 64 access points. Refusals come as 200, as UPS's do. */
export const locate: Operation = {
  name: "LOCATE",
  method: "POST",
  path: /^\/api\/locations\/v3\/search\/availabilities\/(?<option>1|64)$/,
  handle: answerLocate,
};

const kmPerMile = 1.609344;

function answerLocate(call: UpsCall, simulator: Simulator): Answer {
  refuseUnknownNames(call.body, locatorNames);
  try {
    const search = readSearch(call.body, call.params.option ?? "");
    if (search.accessPointId !== "") return answerFound(call, findById(search, simulator), null);
    if (search.towns.length > 1) return candidatesAnswer(search.towns);
    if (search.origin === null) throw new LocatorRefusal("350103", "The origin address is not on the simulator's map");
    return answerFound(call, findNear(search, search.origin, simulator), search);
  } catch (error) {
    if (error instanceof LocatorRefusal) return refusalAnswer(error);
    throw error;
  }
}

function answerFound(call: UpsCall, found: Found[], search: SearchRequest | null): Answer {
  if (found.length === 0) throw nothingFound();
  const locations = found.map(dropLocation);
  const DropLocation = hasOddLocations(call.clientId) ? locations.map(inOddShape) : locations;
  // Access point searches come without the origin's own point.
  const origin = search && !search.isAccessPointSearch && search.origin ? geocodeOf(search.origin) : null;
  return foundAnswer({ DropLocation }, origin);
}

function findById({ accessPointId, status, unit }: SearchRequest, { ledger }: Simulator): Found[] {
  const place = findAccessPoint(accessPointId);
  if (place === null) return [];
  const now = ledger.accessPointStatus(accessPointId);
  return status === "" || status === now ? [{ place, distance: 0, unit, status: now }] : [];
}

/** Nearest first. */
function findNear(search: SearchRequest, origin: NonNullable<SearchRequest["origin"]>, { ledger }: Simulator): Found[] {
  const factor = search.unit === "MI" ? 1 : kmPerMile;
  return places
    .filter((place) => isWanted(place, search))
    .map((place) => ({
      place,
      distance: milesBetween(origin, place) * factor,
      unit: search.unit,
      // Other searches do not know which of their places are access points.
      status: search.isAccessPointSearch ? ledger.accessPointStatus(place.accessPointId ?? "") : "",
    }))
    .filter(({ distance, status }) => {
      const isStatusWanted = !search.isAccessPointSearch || search.status === "" || status === search.status;
      return distance <= search.radius && isStatusWanted;
    })
    .sort((left, right) => left.distance - right.distance || left.place.id.localeCompare(right.place.id))
    .slice(0, search.mostFound);
}

/** Without types UPS looks for stores, centres, drop boxes and outlets. */
function isWanted(place: Place, { isAccessPointSearch, typeCodes, serviceCodes }: SearchRequest): boolean {
  if (isAccessPointSearch) return place.accessPointId !== null;
  const isType = typeCodes.length > 0 ? typeCodes.includes(placeTypes[place.type].code) : place.type !== "ACCESS_POINT";
  return isType && serviceCodes.every((code) => place.services.includes(code));
}
