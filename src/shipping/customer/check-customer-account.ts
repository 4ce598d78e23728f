import { isCountryCode } from "../../carrier/address-parts.js";
import { isPostalCode } from "../../carrier/postal-codes.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkLength } from "../check-length.js";
import type { ShippingDeps } from "../deps.js";
import { unknownCarrier } from "../unknown-words.js";
import { userError } from "../user-error.js";
import type { CustomerValues } from "./customer-values.js";

const at = (part: string) => ["input", part];

/** Everything that is wrong with a complete account, without a word of its number. */
export function checkCustomerAccount(
  deps: Pick<ShippingDeps, "carriers">,
  values: CustomerValues,
): ShippingUserError[] {
  return [
    ...(values.customerId === "" ? [required("customerId", "The id of the customer")] : []),
    ...checkLength(values.customerId, at("customerId")),
    ...checkNumber(deps, values),
    ...checkPlace(values),
    ...checkLength(values.name, at("name")),
  ];
}

const required = (part: string, what: string) => userError("REQUIRED", `${what} is missing.`, at(part));

function checkNumber(deps: Pick<ShippingDeps, "carriers">, { carrierCode, accountNumber }: CustomerValues) {
  const adapter = deps.carriers.get(carrierCode);
  if (adapter === undefined) return [userError("NOT_FOUND", unknownCarrier(carrierCode, deps), at("carrierCode"))];
  if (accountNumber === "") return [required("accountNumber", "The account number")];
  const problem = adapter.accounts.checkNumber(accountNumber);
  return problem === null ? [] : [userError("INVALID", `${problem}.`, at("accountNumber"))];
}

/** Carriers bill an account in these countries by its postal code too. */
const billedByPostalCode = new Set(["US", "PR", "CA"]);

function checkPlace({ countryCode, postalCode }: CustomerValues): ShippingUserError[] {
  if (countryCode === "") return [required("countryCode", "The country of the account")];
  if (!isCountryCode(countryCode))
    return [userError("INVALID", "This is no country code of ISO 3166-1 alpha-2.", at("countryCode"))];
  if (postalCode === null)
    return billedByPostalCode.has(countryCode) ? [required("postalCode", "The postal code of the account")] : [];
  return isPostalCode(countryCode, postalCode)
    ? []
    : [userError("INVALID", `This is not a postal code of ${countryCode}.`, at("postalCode"))];
}
