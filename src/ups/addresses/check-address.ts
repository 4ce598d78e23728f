import { countryCode, isCountryCode, isPartRequired } from "../../carrier/address-parts.js";
import { isPostalCode } from "../../carrier/postal-codes.js";
import { isRegion } from "../../carrier/regions.js";
import type { Address, FieldProblem } from "../../carrier/values.js";
import { attentionOf, linesOf, nameOf, postalCodeOf, regionOf } from "../words/address.js";
import { checkEmail } from "../words/email.js";
import { maxLines, needsPostalCode, textLimits } from "../words/limits.js";
import { readPhone } from "../words/phone.js";
import { countryOf } from "../words/places/place.js";
import { checkText, type Path, problem, required, when } from "../words/problems.js";

/** What an address must hold: `RATE` to be priced, `SHIP` to be shipped to, `CONTACT` where UPS wants a person and phone. */
export type AddressUse = "RATE" | "SHIP" | "CONTACT";

export function checkAddress(address: Address, use: AddressUse, path: Path): FieldProblem[] {
  return [
    ...checkLengths(address, path),
    ...checkPlace(address, path),
    ...checkPhone(address, path),
    ...checkAddressEmail(address, use, [...path, "email"]),
    ...checkCompleteness(address, use, path),
    ...checkContact(address, use, path),
  ];
}

function checkLengths(address: Address, path: Path): FieldProblem[] {
  const lines = linesOf(address);
  return [
    ...(["name", "company", "city", "taxId"] as const).flatMap((field) =>
      checkText(address[field], textLimits[field], [...path, field]),
    ),
    ...checkText(postalCodeOf(address) ?? null, textLimits.postalCode, [...path, "postalCode"]),
    ...address.lines.flatMap((line, index) => checkText(line, textLimits.line, [...path, "lines", index])),
    ...when(
      lines.length > maxLines,
      problem("TOO_LONG", [...path, "lines"], `UPS takes at most ${maxLines} address lines`),
    ),
  ];
}

/** ISO's code of both; to UPS each is a country. */
const ceutaOrMelilla = "EA";

function checkPlace(address: Address, path: Path): FieldProblem[] {
  const written = countryCode(address.countryCode);
  if (!isCountryCode(written)) {
    return [problem("INVALID", [...path, "countryCode"], "This is no country code of ISO 3166-1 alpha-2")];
  }
  if (countryOf(address) === ceutaOrMelilla) {
    const message = "UPS keeps Ceuta and Melilla apart: give the postal code, of 51 or 52";
    return [
      address.postalCode
        ? problem("INVALID", [...path, "postalCode"], message)
        : required([...path, "postalCode"], message),
    ];
  }
  return [
    ...checkPostalCode(postalCodeOf(address), countryOf(address), [...path, "postalCode"]),
    ...checkRegion(address, [...path, "region"]),
  ];
}

function checkPostalCode(postalCode: string | undefined, country: string, path: Path): FieldProblem[] {
  if (postalCode === undefined) {
    const missing = required(path, `UPS needs the postal code of an address in ${country}`);
    return when(needsPostalCode(country), missing);
  }
  const isForm = isPostalCode(country, postalCode);
  return when(!isForm, problem("INVALID", path, `This is not a postal code of ${country}`));
}

/** Of a region that is given; whether there must be one is another question. */
function checkRegion(address: Address, path: Path): FieldProblem[] {
  const region = regionOf(address);
  if (region === undefined) return checkText(address.region, Number.POSITIVE_INFINITY, path);
  if (!isRegion(countryCode(address.countryCode), region)) {
    return [problem("INVALID", path, `This is no state, province or county of ${address.countryCode.toUpperCase()}`)];
  }
  return checkText(region, textLimits.region, path);
}

/** Whatever it is for: a number that cannot be a phone's is never right. */
function checkPhone(address: Address, path: Path): FieldProblem[] {
  const phone = readPhone(address);
  return phone !== null && "fault" in phone ? [problem(phone.fault, [...path, "phone"], phone.message)] : [];
}

/** A price is asked for without it: there only its length counts. */
function checkAddressEmail({ email }: Address, use: AddressUse, path: Path): FieldProblem[] {
  if (!email?.trim()) return [];
  return use === "RATE" ? checkText(email, textLimits.email, path) : checkEmail(email, path);
}

function checkCompleteness(address: Address, use: AddressUse, path: Path): FieldProblem[] {
  if (use === "RATE") return [];
  const country = countryOf(address);
  return [
    ...when(!nameOf(address), required([...path, "name"], "UPS needs a name or a company")),
    ...when(linesOf(address).length === 0, required([...path, "lines"], "UPS needs an address line")),
    ...when(!address.city?.trim(), required([...path, "city"], "UPS needs the city")),
    ...when(
      !regionOf(address) && isPartRequired(country, "region"),
      required([...path, "region"], `UPS needs the state, province or county in ${country}`),
    ),
  ];
}

function checkContact(address: Address, use: AddressUse, path: Path): FieldProblem[] {
  if (use !== "CONTACT") return [];
  return [
    ...when(!attentionOf(address), required([...path, "name"], "UPS needs a person's name on this lane")),
    ...when(readPhone(address) === null, required([...path, "phone"], "UPS needs a phone number on this lane")),
  ];
}
