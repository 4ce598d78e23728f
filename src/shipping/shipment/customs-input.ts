import type { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import type { PostalAddressInput } from "../../entities/values/postal-address.js";
import type { ItemInput } from "./details-input.js";

/** What callers declare to customs; absent and null mean the same. */
export interface CustomsInput {
  reasonForExport?: string | null;
  incoterm?: string | null;
  invoiceNumber?: string | null;
  invoiceDate?: string | null;
  comments?: string | null;
  declarationStatement?: string | null;
  soldTo?: PostalAddressInput | null;
  currencyCode?: string | null;
  items?: ItemInput[] | null;
  discount?: MonetaryAmountInput | null;
  freightCharges?: MonetaryAmountInput | null;
  insuranceCharges?: MonetaryAmountInput | null;
  otherCharges?: { amount: MonetaryAmountInput; description: string } | null;
}
