import { isCountryCode } from "../../carrier/address-parts.js";
import { isPostalCode } from "../../carrier/postal-codes.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { hasDuties, laneOf } from "../words/lanes.js";
import { isAccountNumber, textLimits } from "../words/limits.js";
import { countryOf } from "../words/places/place.js";
import { upsPostalCode } from "../words/places/sent-parts.js";
import { problem, required, when } from "../words/problems.js";

const at = (...part: string[]) => ["options", "dutiesPayerAccount", ...part];

/**
 * A third party that pays duties (Shipping.yaml, ShipmentCharge type 02 with BillThirdParty): by account number, country
 * and postal code, where there are duties. UPS refuses countries that do not allow it by itself (121802).
 */
export function checkDutiesPayer(details: ShipmentDetails): FieldProblem[] {
  const { dutiesPayer, dutiesPayerAccount } = details.options;
  if (dutiesPayer !== "THIRD_PARTY") return [];
  const lane = laneOf(details);
  if (!hasDuties(lane)) {
    const message = `There are no duties that a third party could pay from ${lane.from} to ${lane.to}`;
    return [problem("OPTION_NOT_ALLOWED", ["options", "dutiesPayer"], message)];
  }
  if (!dutiesPayerAccount) return [required(at(), "UPS bills a third party by account number")];
  const { accountNumber, postalCode, countryCode } = dutiesPayerAccount;
  const isCountry = isCountryCode(countryCode);
  return [
    ...when(
      !isAccountNumber(accountNumber),
      problem("INVALID", at("accountNumber"), "A UPS account number is six letters or digits"),
    ),
    ...when(!isCountry, problem("INVALID", at("countryCode"), "This is no country code of ISO 3166-1 alpha-2")),
    ...(isCountry ? checkPostalCode(postalCode, countryOf({ countryCode, postalCode })) : []),
  ];
}

function checkPostalCode(written: string | null, country: string): FieldProblem[] {
  const code = upsPostalCode(country, written);
  const path = at("postalCode");
  if (code === undefined) return [required(path, "UPS needs the postal code of this payer's account")];
  const isForm = code.length <= textLimits.postalCode && isPostalCode(country, code);
  return when(!isForm, problem("INVALID", path, `This is not a postal code of ${country}`));
}
