import { listAt, textAt, valueAt } from "../../request/json-reading.js";
import { type Town, townsOf } from "./gazetteer.js";
import { LocatorRefusal } from "./locator-answer.js";

/** A search as asked for; `accessPointId` makes everything but the units beside the point. */
export interface SearchRequest {
  isAccessPointSearch: boolean;
  accessPointId: string;
  /** 01 or 07; empty: any. */
  status: string;
  unit: "MI" | "KM";
  radius: number;
  mostFound: number;
  typeCodes: string[];
  serviceCodes: string[];
  origin: { latitude: number; longitude: number } | null;
  /** Several: the origin is unclear. */
  towns: Town[];
}

const root = "LocatorRequest";
const criteria = `${root}.LocationSearchCriteria`;
const limits = { MI: 100, KM: 150 };

/** Reads and checks; throws UPS's refusal, which travels in a 200. */
export function readSearch(body: unknown, option: string): SearchRequest {
  const text = (path: string) => textAt(body, path);
  if (text(`${root}.Request.RequestAction`) !== "Locator") throw missing("Request/RequestAction");
  if (text(`${root}.Translate.Locale`) === "") throw missing("Translate/Locale");
  const unit = text(`${root}.UnitOfMeasurement.Code`) || "MI";
  if (unit !== "MI" && unit !== "KM") throw invalid("UnitOfMeasurement/Code");
  const radius = wholeNumber(text(`${criteria}.SearchRadius`) || "100", 5, limits[unit], "SearchRadius");
  return {
    isAccessPointSearch: option === "64",
    accessPointId: text(`${criteria}.AccessPointSearch.PublicAccessPointID`),
    status: text(`${criteria}.AccessPointSearch.AccessPointStatus`),
    unit,
    radius,
    mostFound: wholeNumber(text(`${criteria}.MaximumListSize`) || "5", 1, 50, "MaximumListSize"),
    typeCodes: optionCodes(body),
    serviceCodes: listAt(body, `${criteria}.ServiceSearch.ServiceCode`).map((code) => textAt(code, "Code")),
    ...readOrigin(body),
  };
}

function readOrigin(body: unknown): Pick<SearchRequest, "origin" | "towns"> {
  const origin = valueAt(body, `${root}.OriginAddress`);
  if (textAt(origin, "Geocode.Latitude") !== "") {
    const latitude = Number(textAt(origin, "Geocode.Latitude"));
    const longitude = Number(textAt(origin, "Geocode.Longitude"));
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) throw invalid("OriginAddress/Geocode");
    return { origin: { latitude, longitude }, towns: [] };
  }
  const part = (name: string) => textAt(origin, `AddressKeyFormat.${name}`);
  if (part("CountryCode") === "") throw missing("OriginAddress/AddressKeyFormat/CountryCode");
  const towns = townsOf({
    city: part("PoliticalDivision2"),
    state: part("PoliticalDivision1"),
    postalCode: part("PostcodePrimaryLow"),
    country: part("CountryCode"),
  });
  return { origin: towns.length === 1 ? (towns[0] ?? null) : null, towns };
}

function optionCodes(body: unknown): string[] {
  return listAt(body, `${criteria}.SearchOption`).flatMap((option) => {
    if (textAt(option, "OptionType.Code") !== "01") throw invalid("SearchOption/OptionType/Code");
    return listAt(option, "OptionCode").map((code) => textAt(code, "Code"));
  });
}

function wholeNumber(text: string, least: number, most: number, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw invalid(name);
  return value;
}

/** UPS's own Locator numbers are not in evidence: these are the simulator's. */
const missing = (name: string) => new LocatorRefusal("350101", `Missing required element ${name}`);
const invalid = (name: string) => new LocatorRefusal("350102", `The value of ${name} is not valid`);
