import { isPostalCode } from "../../carrier/postal-codes.js";
import type { Address, FieldProblem } from "../../carrier/values.js";
import { bodyOf, queryOf } from "../wire/declared-names.js";
import { linesOf, postalCodeOf } from "../words/address.js";
import { maxLines } from "../words/limits.js";
import { countryOf, placeOf } from "../words/places/place.js";
import { checkText, problem, required, when } from "../words/problems.js";
import { checkServed } from "./check-served.js";

const query = queryOf("VALIDATE_ADDRESS", { regionalrequestindicator: "False", maximumcandidatelistsize: "10" });

/** Option 3 validates and classifies in one call. */
export const addressValidationPath = `/api/addressvalidation/v2/3?${query}`;

/** UPS's longest texts here are not those of Ship (AddressValidation.yaml, XAVRequest_AddressKeyFormat). */
const limits = { line: 100, city: 30, region: 30, urbanization: 30 } as const;

/** Street level is known of the United States and Puerto Rico only. */
export function validatesAddressesIn(country: string): boolean {
  return country === "US" || country === "PR";
}

/** By where it lies: Guam is no part of the United States here, however it is written. */
export function validatesAddress(address: Address): boolean {
  return validatesAddressesIn(countryOf(address));
}

/** What UPS needs to look for an address. Paths are relative to it. */
export function checkAddressToValidate(address: Address): FieldProblem[] {
  const { urbanization, streetLines } = splitUrbanization(address);
  const isPlace = Boolean(address.city?.trim() && (address.region?.trim() || countryOf(address) === "PR"));
  return [
    ...checkServed(address, []),
    ...when(streetLines.length === 0, required(["lines"], "UPS needs the street")),
    ...when(streetLines.length > maxLines, problem("TOO_LONG", ["lines"], `UPS takes at most ${maxLines} lines`)),
    ...address.lines.flatMap((line, index) => checkText(line, limits.line, ["lines", index])),
    ...checkText(urbanization, limits.urbanization, ["lines"]),
    ...checkText(address.city, limits.city, ["city"]),
    ...checkText(address.region, limits.region, ["region"]),
    ...checkPostalCode(postalCodeOf(address), isPlace, countryOf(address)),
  ];
}

function checkPostalCode(postalCode: string | undefined, isPlace: boolean, country: string): FieldProblem[] {
  const path = ["postalCode"];
  if (postalCode === undefined) return when(!isPlace, required(path, "UPS needs the postal code, or city and state"));
  const isForm = isPostalCode(country, postalCode);
  return when(!isForm, problem("INVALID", path, `This is not a postal code of ${country}`));
}

/** The place alone is sent: who lives there is nothing to UPS. Absent parts are left out. */
export function serialiseAddressValidation(address: Address) {
  const { urbanization, streetLines } = splitUrbanization(address);
  const { country, region } = placeOf(address);
  const postalCode = postalCodeOf(address) ?? "";
  return bodyOf("VALIDATE_ADDRESS", {
    XAVRequest: {
      AddressKeyFormat: {
        AddressLine: streetLines,
        ...(address.city?.trim() && { PoliticalDivision2: address.city.trim() }),
        ...(region && { PoliticalDivision1: region }),
        ...(postalCode && { PostcodePrimaryLow: postalCode.slice(0, 5) }),
        ...(postalCode.length > 5 && { PostcodeExtendedLow: postalCode.slice(5) }),
        ...(urbanization && { Urbanization: urbanization }),
        CountryCode: country,
      },
    },
  });
}

/** Puerto Rico's third level of place is written as a line of its own; UPS takes it apart from the street. */
export function splitUrbanization(address: Address): { urbanization: string | null; streetLines: string[] } {
  const lines = linesOf(address);
  const isOne = (line: string) => countryOf(address) === "PR" && /^urb(anizaci[oó]n)?\b/i.test(line);
  return { urbanization: lines.find(isOne) ?? null, streetLines: lines.filter((line) => !isOne(line)) };
}
