import type { Answer } from "../../answer.js";
import type { Town } from "./gazetteer.js";

/** A refusal in Locator's way: HTTP 200 with `ResponseStatusCode` 0. */
export class LocatorRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly severity: "Hard" | "Transient" = "Hard",
  ) {
    super(message);
  }
}

export function refusalAnswer({ code, message, severity }: LocatorRefusal): Answer {
  const fault = {
    ErrorSeverity: severity,
    ErrorCode: code,
    ErrorDescription: message,
    ...(severity === "Transient" && { MinimumRetrySeconds: "3" }),
  };
  const failure = { ResponseStatusCode: "0", ResponseStatusDescription: "Failure", Error: fault };
  return { status: 200, body: { LocatorResponse: { Response: { TransactionReference: "", ...failure } } } };
}

/** Nothing is near: a failure to UPS, as recorded. */
export const nothingFound = () => new LocatorRefusal("350201", "Unable to find any locations.");

export function foundAnswer(SearchResults: object, geocode: object | null): Answer {
  const Response = { ResponseStatusCode: "1", ResponseStatusDescription: "Success" };
  return {
    status: 200,
    body: {
      LocatorResponse: {
        Response,
        ...(geocode && { Geocode: geocode }),
        AllowAllConfidenceLevels: "False",
        SearchResults,
      },
    },
  };
}

/** Which of several places of a name is meant. */
export function candidatesAnswer(towns: Town[]): Answer {
  const GeocodeCandidate = towns.map((town) => ({
    AddressKeyFormat: {
      PoliticalDivision2: town.city,
      PoliticalDivision1: town.state,
      CountryCode: town.country,
    },
    Geocode: geocodeOf(town),
  }));
  return foundAnswer({ GeocodeCandidate }, null);
}

export function geocodeOf({ latitude, longitude }: { latitude: number; longitude: number }) {
  return { Latitude: latitude.toFixed(8), Longitude: longitude.toFixed(8) };
}
