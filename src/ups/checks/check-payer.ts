import { isCountryCode } from "../../carrier/address-parts.js";
import { isPostalCode } from "../../carrier/postal-codes.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { isAccountNumber, needsPostalCode, textLimits } from "../words/limits.js";
import { countryOf } from "../words/places/place.js";
import { upsPostalCode } from "../words/places/sent-parts.js";
import { problem, required, when } from "../words/problems.js";

const at = (part: string) => ["options", part];

/**
 * Whom UPS bills instead of the sender: by account number, a third party with its country, and with the postal code of
 * the account where UPS asks for it. The recipient's account is taken to be where the shipment goes.
 */
export function checkPayer({ options, shipTo }: ShipmentDetails): FieldProblem[] {
  if (options.payer === "SENDER") return [];
  const isThirdParty = options.payer === "THIRD_PARTY";
  const country = options.payerCountryCode?.trim().toUpperCase() || null;
  const number = options.payerAccountNumber ?? "";
  const problems = [...checkNumber(number), ...checkCountry(country, isThirdParty)];
  // Without a number nobody knows where the recipient's account is.
  if (!isThirdParty && number === "") return problems;
  const own = country && countryOf({ countryCode: country, postalCode: options.payerPostalCode });
  const accountCountry = isThirdParty ? own : (own ?? countryOf(shipTo));
  return [...problems, ...checkPostalCode(options.payerPostalCode, accountCountry, isThirdParty)];
}

function checkNumber(number: string): FieldProblem[] {
  const path = at("payerAccountNumber");
  if (number === "") return [required(path, "UPS bills this payer by account number")];
  return when(!isAccountNumber(number), problem("INVALID", path, "A UPS account number is six letters or digits"));
}

function checkCountry(country: string | null, isThirdParty: boolean): FieldProblem[] {
  const path = at("payerCountryCode");
  if (country === null) return when(isThirdParty, required(path, "UPS needs the country of a third party"));
  return when(!isCountryCode(country), problem("INVALID", path, "This is no country code of ISO 3166-1 alpha-2"));
}

/** `country` null: it is missing, which is told already. */
function checkPostalCode(written: string | null, country: string | null, isThirdParty: boolean): FieldProblem[] {
  const path = at("payerPostalCode");
  const code = upsPostalCode(country ?? "", written);
  if (code === undefined) {
    const isNeeded = isThirdParty || (country !== null && needsPostalCode(country));
    return when(isNeeded, required(path, "UPS needs the postal code of this payer's account"));
  }
  const isForm = code.length <= textLimits.postalCode && (country === null || isPostalCode(country, code));
  return when(!isForm, problem("INVALID", path, `This is not a postal code${country ? ` of ${country}` : ""}`));
}
