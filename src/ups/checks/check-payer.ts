import { isCountryCode } from "../../carrier/address-parts.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { countryOf } from "../words/lanes.js";
import { isAccountNumber, isPostalCodeFormat, needsPostalCode } from "../words/limits.js";
import { problem, required } from "../words/problems.js";

const at = (part: string) => ["options", part];

/**
 * Whom UPS bills instead of the sender: by account number, a third party with its country, and with the postal code of
 * the account where UPS asks for it. The recipient's account is taken to be where the shipment goes.
 */
export function checkPayer({ options, shipTo }: ShipmentDetails): FieldProblem[] {
  if (options.payer === "SENDER") return [];
  const isThirdParty = options.payer === "THIRD_PARTY";
  const given = options.payerCountryCode?.trim().toUpperCase() || null;
  const number = options.payerAccountNumber ?? "";
  return [
    ...checkNumber(number),
    ...(isThirdParty && given === null
      ? [required(at("payerCountryCode"), "UPS needs the country of a third party")]
      : []),
    ...(given !== null && !isCountryCode(given)
      ? [problem("INVALID", at("payerCountryCode"), "This is no country code of ISO 3166-1 alpha-2")]
      : []),
    // Without a number nobody knows where the recipient's account is.
    ...(isThirdParty || number !== ""
      ? checkPostalCode(options.payerPostalCode, isThirdParty ? given : (given ?? countryOf(shipTo)), isThirdParty)
      : []),
  ];
}

function checkNumber(number: string): FieldProblem[] {
  const path = at("payerAccountNumber");
  if (number === "") return [required(path, "UPS bills this payer by account number")];
  return isAccountNumber(number) ? [] : [problem("INVALID", path, "A UPS account number is six letters or digits")];
}

/** `country` null: it is missing, which is told already. */
function checkPostalCode(written: string | null, country: string | null, isThirdParty: boolean): FieldProblem[] {
  const path = at("payerPostalCode");
  const postalCode = written?.replace(/[\s-]/g, "").toUpperCase() ?? "";
  if (postalCode === "") {
    const isNeeded = isThirdParty || (country !== null && needsPostalCode(country));
    return isNeeded ? [required(path, "UPS needs the postal code of this payer's account")] : [];
  }
  const isForm = postalCode.length <= 9 && (country === null || isPostalCodeFormat(country, postalCode));
  return isForm ? [] : [problem("INVALID", path, `This is not a postal code${country ? ` of ${country}` : ""}`)];
}
