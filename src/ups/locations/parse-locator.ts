import type { FoundLocation, FoundLocations, LocationQuery, OriginCandidate } from "../../carrier/locations.js";
import type { Failure, Outcome } from "../../carrier/outcome.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { refused } from "../wire/failures.js";
import { answered } from "../words/alerts.js";
import { isAbout } from "../words/error-codes/find-error-code.js";
import { refusalText } from "../words/message-text.js";
import { numberOf } from "../words/money.js";
import { dropLocation, type LocatorFault, locatorAnswer } from "./locator-shape.js";
import { parseLocation } from "./parse-location.js";

/** No places there, which UPS says as a failure. */
export const nothingNear = answered<FoundLocations>({ locations: [], candidates: [] });

/**
 * What one search came to, refusals inside a 200 included; null when the answer cannot be read. A place that cannot be
 * read is left out, unless no other was found. `country`: the one searched in.
 */
export function parseLocator(json: unknown, country = ""): Outcome<FoundLocations> | null {
  const parsed = locatorAnswer.safeParse(json);
  if (!parsed.success) return null;
  const { Response, SearchResults } = parsed.data.LocatorResponse;
  const faults = Response?.Error ?? [];
  if (isAbout(faults.map(messageOf), "NOTHING_NEAR")) return nothingNear;
  if (!Response && !SearchResults) return null;
  const isFailure = faults.length > 0 || (Response?.ResponseStatusCode ?? "1") !== "1";
  if (isFailure) return refusalOf(faults);
  const places = SearchResults?.DropLocation ?? [];
  const readable = places.flatMap((place) => dropLocation.safeParse(place).data ?? []);
  if (readable.length === 0 && places.length > 0) return null;
  return answered({
    locations: readable.map((place) => parseLocation(place, country)),
    candidates: (SearchResults?.GeocodeCandidate ?? []).map(({ AddressKeyFormat, Geocode }) => ({
      lines: AddressKeyFormat.AddressLine,
      city: AddressKeyFormat.PoliticalDivision2 || null,
      region: AddressKeyFormat.PoliticalDivision1 || null,
      postalCode: AddressKeyFormat.PostcodePrimaryLow || null,
      countryCode: AddressKeyFormat.CountryCode ?? country,
      latitude: numberOf(Geocode?.Latitude),
      longitude: numberOf(Geocode?.Longitude),
    })),
  });
}

const messageOf = ({ ErrorCode, ErrorDescription }: LocatorFault): CarrierMessage => {
  const code = ErrorCode ?? "";
  return { code, severity: "ERROR", text: refusalText(code, ErrorDescription ?? "") };
};

function refusalOf(faults: LocatorFault[]): Failure {
  const messages = faults.map(messageOf);
  const transient = faults.find(isTransient);
  if (transient === undefined && messages.length > 0) return refused(messages).failure;
  return {
    kind: "UNAVAILABLE",
    reason: transient ? "CARRIER_FAULT" : "PROTOCOL_ERROR",
    message: transient ? `UPS answered ${transient.ErrorCode ?? "a transient error"}` : "UPS's Locator failed unnamed",
    retryAfterSeconds: numberOf(transient?.MinimumRetrySeconds),
    messages,
  };
}

function isTransient(fault: LocatorFault): boolean {
  const isCalledSo = fault.ErrorSeverity?.toLowerCase().startsWith("transient") ?? false;
  return isCalledSo || isAbout([messageOf(fault)], "TRANSIENT", "RATE_LIMITED");
}

/** The answers of a query's searches as one: each place once, only kinds asked for, nearest first, no more than asked. */
export function mergeFound(answers: FoundLocations[], query: LocationQuery): FoundLocations {
  const candidates: OriginCandidate[] = answers.find((answer) => answer.candidates.length > 0)?.candidates ?? [];
  const places = new Map<string, FoundLocation>();
  for (const place of answers.flatMap(({ locations }) => locations)) {
    const samePlace = places.get(place.carrierLocationId);
    places.set(place.carrierLocationId, samePlace ? bothOf(samePlace, place) : place);
  }
  const all = [...places.values()];
  if ("accessPointId" in query) {
    const wanted = query.accessPointId.toUpperCase();
    return { candidates: [], locations: all.filter((place) => place.accessPointId?.toUpperCase() === wanted) };
  }
  const isWanted = ({ kinds }: FoundLocation) =>
    query.kinds.length === 0 || kinds.some((kind) => query.kinds.includes(kind));
  const near = all
    .filter(isWanted)
    .sort((left, right) => (left.distance ?? Number.POSITIVE_INFINITY) - (right.distance ?? Number.POSITIVE_INFINITY));
  return { candidates, locations: near.slice(0, query.first) };
}

/** The two searches know different sides of one place; the one that knows it as an access point knows its state. */
function bothOf(left: FoundLocation, right: FoundLocation): FoundLocation {
  const [main, second] = left.accessPointId === null ? [right, left] : [left, right];
  return {
    ...main,
    kinds: [...new Set([...main.kinds, ...second.kinds])],
    serviceNames: [...new Set([...main.serviceNames, ...second.serviceNames])],
    latestDropOff: main.latestDropOff.length > 0 ? main.latestDropOff : second.latestDropOff,
    openingHours: main.openingHours.length > 0 ? main.openingHours : second.openingHours,
  };
}
