import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkLength } from "../check-length.js";
import { refuse, refuseAny } from "../result.js";
import { plain } from "../shipment/destination.js";
import { userError } from "../user-error.js";
import { emailKey, type Person, readPhone } from "./person.js";

/** A person by the whole address, by e-mail, by phone, or by several of them: whatever bears one of them is theirs. */
export interface PersonInput {
  name?: string | null;
  line?: string | null;
  postalCode?: string | null;
  countryCode?: string | null;
  email?: string | null;
  phone?: string | null;
}

/** Exactly one of them. */
export interface ErasureInput {
  orderId?: string | null;
  reference?: string | null;
  person?: PersonInput | null;
  /** Of the accounts that are kept for the customer. */
  customerId?: string | null;
}

/** Whose data goes. */
export type Search = { orderId: string } | { reference: string } | { person: Person } | { customerId: string };

const parts = ["orderId", "reference", "person", "customerId"] as const;

/** Throws a `Refusal`: REQUIRED, INVALID, TOO_LONG. */
export function searchOf(input: ErasureInput): Search {
  const ways = parts.filter((part) => input[part] != null);
  const [part] = ways;
  if (part === undefined)
    refuse("REQUIRED", "Give an order, a reference, a person or a customer.", ["input", "orderId"]);
  if (ways.length > 1) refuse("INVALID", "Give only one of them.", ["input", ways[1]!]);
  if (part === "person") return { person: personOf(input.person!) };
  const text = input[part]!.trim();
  if (text === "") refuse("REQUIRED", "It is blank.", ["input", part]);
  refuseAny(checkLength(text, ["input", part]));
  if (part === "customerId") return { customerId: text };
  return part === "orderId" ? { orderId: text } : { reference: text };
}

const at = (part: keyof PersonInput) => ["input", "person", part];

function personOf(input: PersonInput): Person {
  refuseAny(Object.keys(input).flatMap((part) => tooLong(input, part as keyof PersonInput)));
  const text = (part: keyof PersonInput) => input[part]?.trim() || null;
  const email = text("email");
  const phone = text("phone");
  const address = addressOf(text, email === null && phone === null);
  const country = text("countryCode")?.toUpperCase() ?? null;
  if (phone !== null && country === null && !phone.startsWith("+"))
    refuse("REQUIRED", "Begin it with + and the country's code, or give its country.", at("countryCode"));
  return { address, email: email && emailKey(email), phone: readPhone(phone, country) };
}

const tooLong = (input: PersonInput, part: keyof PersonInput) => checkLength(input[part], at(part));

/** Two people may bear one name, and one house has many: nothing less than all of it is an address of somebody. */
function addressOf(text: (part: keyof PersonInput) => string | null, isNeeded: boolean): Person["address"] {
  const [name, line, countryCode] = [text("name"), text("line"), text("countryCode")];
  const isGiven = name !== null || line !== null || text("postalCode") !== null;
  if (!isGiven && !isNeeded) return null;
  const lacking = (["name", "line", "countryCode"] as const).filter((part) => plain(text(part)) === "");
  refuseAny(lacking.map(required));
  return { name: name!, line: line!, postalCode: text("postalCode"), countryCode: countryCode!.toUpperCase() };
}

function required(part: keyof PersonInput): ShippingUserError {
  const message = "A person is known by name, line, postal code and country together, by e-mail, or by phone.";
  return userError("REQUIRED", message, at(part));
}
