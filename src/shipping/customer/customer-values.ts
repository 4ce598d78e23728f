import { countryCode } from "../../carrier/address-parts.js";
import { postalCode } from "../../carrier/postal-codes.js";
import type { CustomerCarrierAccount } from "../../entities/customer-carrier-account.js";
import type { CustomerAccountInput } from "./customer-input.js";

/** An account with its number in clear: in memory only. */
export interface CustomerValues
  extends Pick<CustomerCarrierAccount, "customerId" | "carrierCode" | "postalCode" | "countryCode" | "name"> {
  accountNumber: string;
}

/** What is given over what is stored, each as carriers write it; what is missing is blank. */
export function customerValues(input: CustomerAccountInput, stored: CustomerValues | null): CustomerValues {
  const country = countryCode(input.countryCode ?? stored?.countryCode ?? "");
  const area = input.postalCode === undefined ? (stored?.postalCode ?? null) : input.postalCode;
  const name = input.name === undefined ? (stored?.name ?? null) : input.name;
  return {
    customerId: (input.customerId ?? stored?.customerId ?? "").trim(),
    carrierCode: (input.carrierCode ?? stored?.carrierCode ?? "UPS").trim(),
    accountNumber: (input.accountNumber ?? stored?.accountNumber ?? "").trim().toUpperCase(),
    postalCode: area?.trim() ? postalCode(country, area) : null,
    countryCode: country,
    name: name?.trim() || null,
  };
}
