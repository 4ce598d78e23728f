import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";
import type { Address } from "../../carrier/values.js";
import { phoneLimits } from "./limits.js";
import { countryOf } from "./places/place.js";

/** Area code and number in ten digits, an extension is taken; all other countries with their code (Shipping.yaml, Phone.Number). */
const withoutCountryCode = new Set(["US", "PR", "CA", "VI"]);
/** Territories that the specification does not name beside VI: they are numbered as it is, and ten digits are no less than it asks. */
const numberedAsUs = new Set(["GU", "AS", "MP", "UM"]);

/** `fault`: why UPS would not take what is written, and nothing is sent. */
export type ReadPhone =
  | { number: string; extension: string | null }
  | { fault: "TOO_LONG" | "INVALID"; message: string };

/** A phone number as UPS takes it, read as one of the address's country unless it says otherwise; null: none is written. */
export function readPhone(address: Address): ReadPhone | null {
  const written = address.phone?.normalize("NFKC").trim() ?? "";
  if (written === "") return null;
  const country = countryOf(address);
  const defaultCountry = numberedCountry(country, address.countryCode.toUpperCase());
  const phone = parsedPhone(written, defaultCountry);
  if (!phone && !defaultCountry) return unjudged(written);
  if (!phone?.isPossible()) return invalid("This is no whole phone number: give it with its area code");
  const isAtHome = withoutCountryCode.has(country) || numberedAsUs.has(country);
  const number = isAtHome && phone.countryCallingCode === "1" ? phone.nationalNumber : phone.number.slice(1);
  const extension = phone.ext || null;
  return lengthFault(number, extension ?? "", isAtHome) ?? { number, extension };
}

/** As it is dialled there, else as from most of the world, 00 before the country's code: no area code begins so. */
function parsedPhone(written: string, defaultCountry: CountryCode | undefined) {
  const parse = (text: string) => parsePhoneNumberFromString(text, { defaultCountry, extract: false });
  const phone = parse(written);
  return phone?.isPossible() || !/^00/.test(written) ? phone : parse(written.replace(/^00/, "+"));
}

/** UPS's codes of territories are not all ISO's; undefined: nobody knows how the numbers there look. */
function numberedCountry(...codes: string[]): CountryCode | undefined {
  return codes.find((code): code is CountryCode => isSupportedCountry(code));
}

/** The digits as they are written. */
function unjudged(written: string): ReadPhone {
  const number = written.replace(/\D/g, "");
  if (number === "") return invalid("This is no phone number");
  return lengthFault(number, "", false) ?? { number, extension: null };
}

/** UPS's layout of an emergency phone: always with the country's code (Shipping.yaml, EmergencyPhone); null: it is none. */
export function emergencyDigits(written: string | null, country: string): string | null {
  const options = { defaultCountry: numberedCountry(country), extract: false } as const;
  const phone = written === null ? undefined : parsePhoneNumberFromString(written, options);
  return phone?.isPossible() && !phone.ext ? phone.number.slice(1) : null;
}

/** Of a shipper UPS takes an extension in these countries only (its older developer guide, 120117). */
export function hasExtensionAbroad(address: Address): boolean {
  const phone = readPhone(address);
  return (
    phone !== null && "extension" in phone && phone.extension !== null && !withoutCountryCode.has(countryOf(address))
  );
}

/** The members of UPS's Phone container; none where there is no number that it takes. */
export function serialisePhone(address: Address) {
  const phone = readPhone(address);
  if (phone === null || "fault" in phone) return {};
  const { number, extension } = phone;
  return { Phone: { Number: number, ...(extension && { Extension: extension }) } };
}

const invalid = (message: string): ReadPhone => ({ fault: "INVALID", message });
const tooLong = (message: string): ReadPhone => ({ fault: "TOO_LONG", message });

/** The numbers of the same guide: 120114, 120115 and 120119, and their siblings of the other parties. */
function lengthFault(number: string, extension: string, isAtHome: boolean): ReadPhone | null {
  const { digits, extension: mostOfExtension, leastAtHome } = phoneLimits;
  if (isAtHome && number.length < leastAtHome) return invalid(`UPS takes at least ${leastAtHome} digits there`);
  if (extension.length > mostOfExtension) return tooLong(`UPS takes an extension of at most ${mostOfExtension} digits`);
  return number.length + extension.length > digits ? tooLong(`UPS takes at most ${digits} digits`) : null;
}
