import { parsePhoneNumberFromString } from "libphonenumber-js";
import { postalCode } from "../../carrier/postal-codes.js";
import type { Address } from "../../carrier/values.js";
import { plain } from "../shipment/destination.js";

/** Each once: an order's shipments mostly bear the same. */
export function withoutRepeats(people: Person[]): Person[] {
  return [...new Map(people.map((person) => [JSON.stringify(person), person])).values()];
}

/** How a person is known; null: not by that. All of an address's parts count together, e-mail and phone each alone. */
export interface Person {
  address: { name: string; line: string; postalCode: string | null; countryCode: string } | null;
  email: string | null;
  /** In E.164, or its digits where it is no number of any country. */
  phone: string | null;
}

/** Addresses and e-mails that stand in one shipment or quote. */
export interface Traces {
  addresses: Address[];
  emails: string[];
}

/** Whether anything of it is the person's. `isOwn`: addresses that are nobody's to erase. */
export function isOf(person: Person, { addresses, emails }: Traces, isOwn: (address: Address) => boolean): boolean {
  if (emails.some((email) => isSameEmail(person.email, email))) return true;
  return addresses.some((address) => !isOwn(address) && isAt(person, address));
}

function isAt(person: Person, address: Address): boolean {
  if (isSameEmail(person.email, address.email)) return true;
  if (person.phone !== null && isSamePhone(person.phone, address)) return true;
  return person.address !== null && isSameAddress(person.address, address);
}

/**
 * Case, accents, punctuation and blanks do not count; a name of these alone is none, or all who have no company would bear
 * it. The name may be the company's, the line any of the address's.
 */
function isSameAddress(wanted: NonNullable<Person["address"]>, address: Address): boolean {
  const name = plain(wanted.name);
  if (name === "") return false;
  const isSamePlace = placeKey(wanted) === placeKey(address);
  const isLine = address.lines.some((line) => plain(line) === plain(wanted.line));
  return isSamePlace && isLine && [address.name, address.company].some((each) => plain(each) === name);
}

/** A to Z only, as the database compares them. */
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export const emailKey = (email: string) => lower(email.trim());

function isSameEmail(wanted: string | null, email: string | null): boolean {
  return wanted !== null && email !== null && wanted === emailKey(email);
}

/** Country and postal code in one word; of a ZIP+4 its first five digits. The database makes the same. */
export function placeKey({ countryCode, postalCode: code }: Pick<Address, "countryCode" | "postalCode">): string {
  const country = countryCode.toUpperCase();
  const letters = (postalCode(country, code) ?? "").toUpperCase().replace(/[^A-Z0-9]/g, "");
  return `${country} ${country === "US" || country === "PR" ? letters.slice(0, 5) : letters}`;
}

/** Numbers of which not even the end is the same are not read. */
function isSamePhone(wanted: string, { phone, countryCode }: Address): boolean {
  return digitsOf(phone).endsWith(wanted.slice(-4)) && readPhone(phone, countryCode) === wanted;
}

/** Of the number without an extension; the database makes the same. */
const digitsOf = (phone: string | null) => (phone ?? "").replace(/(ext|x|#|;).*$/i, "").replace(/\D/g, "");

/** Read as a number of the country unless it begins with +; an extension does not count. Null: none is written. */
export function readPhone(written: string | null, countryCode: string | null): string | null {
  const digits = digitsOf(written);
  if (digits === "") return null;
  const phone = parsePhoneNumberFromString(written ?? "", { defaultCountry: countryCode as never, extract: false });
  return phone?.number ?? digits;
}

/** Whom an address is of; null: nobody that could be found by it. */
export function personAt({ name, company, lines, email, phone, ...place }: Address): Person | null {
  const who = name ?? company;
  const [line] = lines;
  const address =
    who && line ? { name: who, line, postalCode: place.postalCode, countryCode: place.countryCode } : null;
  const person = { address, email: email && emailKey(email), phone: readPhone(phone, place.countryCode) };
  return Object.values(person).every((part) => part === null) ? null : person;
}
