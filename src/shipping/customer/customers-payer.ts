import type { EntityManager } from "typeorm";
import type { PayerAccount } from "../../carrier/shipment-options.js";
import { CustomerCarrierAccount } from "../../entities/customer-carrier-account.js";
import type { ShippingDeps } from "../deps.js";
import { refuse } from "../result.js";
import { openNumber } from "./account-number.js";

/** A customer's account as the payer of what the customer is sent. */
export interface CustomersPayer {
  carrierCode: string;
  account: PayerAccount;
}

/** What the id names, of the same tenant. Null: no id. Throws a `Refusal` NOT_FOUND at `field`. */
export async function findCustomersPayer(
  { sealer }: Pick<ShippingDeps, "sealer">,
  manager: EntityManager,
  id: string | null | undefined,
  field: string[],
): Promise<CustomersPayer | null> {
  if (id == null) return null;
  const row = await manager.findOneBy(CustomerCarrierAccount, { id });
  if (row === null) refuse("NOT_FOUND", "There is no such account of a customer.", field);
  const { carrierCode, postalCode: payerPostalCode, countryCode: payerCountryCode } = row;
  return { carrierCode, account: { payerAccountNumber: openNumber(sealer, row), payerPostalCode, payerCountryCode } };
}
