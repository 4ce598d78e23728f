import type { CarrierAccounts } from "../../carrier/accounts.js";
import { checkAddress } from "../addresses/check-address.js";
import { upsCredentials } from "../wire/credentials.js";
import { isAccountNumber } from "../words/limits.js";
import { upsProducts } from "./products.js";
import { upsSetupGuide } from "./setup/setup-guide.js";

export const upsAccounts: CarrierAccounts = {
  credentials: upsCredentials,
  products: upsProducts,
  setupGuide: upsSetupGuide,
  checkNumber: (accountNumber) =>
    isAccountNumber(accountNumber) ? null : "A UPS account number is six letters or digits",
  checkShipper: (address) => checkAddress(address, "SHIP", []),
  checkCallbackUrl: ({ hostname }) => (hostname.startsWith("www.") ? "is written without www" : null),
};
