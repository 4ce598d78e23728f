import type { CarrierAccounts } from "../../carrier/accounts.js";
import type { CarrierEnvironment } from "../../carrier/values.js";
import { checkAddress } from "../addresses/check-address.js";
import { checkServed } from "../addresses/check-served.js";
import { upsCredentials } from "../wire/credentials.js";
import { isAccountNumber } from "../words/limits.js";
import { hasExtensionAbroad } from "../words/phone.js";
import { countryOf } from "../words/places/place.js";
import { problem, when } from "../words/problems.js";
import { upsProducts } from "./products.js";
import { upsSetupGuide } from "./setup/setup-guide.js";

/** `environments`: those whose hosts are known. */
export function createUpsAccounts(environments: ReadonlySet<CarrierEnvironment>): CarrierAccounts {
  return { ...upsAccountRules, environments };
}

export const upsAccountRules: Omit<CarrierAccounts, "environments"> = {
  credentials: upsCredentials,
  products: upsProducts,
  setupGuide: upsSetupGuide,
  checkNumber: (accountNumber) =>
    isAccountNumber(accountNumber) ? null : "A UPS account number is six letters or digits",
  checkShipper: (address) => [
    ...checkAddress(address, "SHIP", []),
    ...checkServed(address, []),
    ...when(
      hasExtensionAbroad(address),
      problem("INVALID", ["phone"], "UPS takes an account's phone extension in the United States and Canada only"),
    ),
  ],
  countryOf,
  checkCallbackUrl: ({ hostname }) => (hostname.startsWith("www.") ? "is written without www" : null),
};
