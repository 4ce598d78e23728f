import type { CarrierAdapter } from "../../carrier/adapter.js";
import { noPayerAccount, type PayerAccount } from "../../carrier/shipment-options.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { CustomersPayer } from "../customer/customers-payer.js";
import { userError } from "../user-error.js";
import type { OptionsInput } from "./details-input.js";

/** The options as if the account were written out: what is stored does not depend on it any more. */
export function paidBy({ account }: CustomersPayer, options: OptionsInput | null): OptionsInput {
  const { customerCarrierAccountId: _, ...chosen } = options ?? {};
  return { ...chosen, payer: "RECIPIENT", ...account };
}

/** INVALID for each other word on who pays, and where the account is with another carrier than the one that ships. */
export function checkCustomersPayer(
  options: OptionsInput | null,
  payer: CustomersPayer,
  { code }: Pick<CarrierAdapter, "code">,
  at: string[],
): ShippingUserError[] {
  const parts = (Object.keys(noPayerAccount) as (keyof PayerAccount)[]).filter((part) => options?.[part] != null);
  const isOther = options?.payer != null && options.payer !== "RECIPIENT";
  const message = "The customer's account pays: give either it or another payer.";
  const errors = [...(isOther ? ["payer"] : []), ...parts].map((part) => userError("INVALID", message, [...at, part]));
  if (payer.carrierCode === code) return errors;
  const other = `It is an account with ${payer.carrierCode}, and ${code} ships.`;
  return [...errors, userError("INVALID", other, [...at, "customerCarrierAccountId"])];
}
