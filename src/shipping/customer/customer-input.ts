/** A customer's account as callers give it; in a change, what is absent stays and null clears what can be empty. */
export interface CustomerAccountInput {
  /** The one to change; null: a new one, or the customer's that has the number already. */
  customerCarrierAccountId?: string | null;
  customerId?: string | null;
  /** Null: UPS. */
  carrierCode?: string | null;
  accountNumber?: string | null;
  postalCode?: string | null;
  countryCode?: string | null;
  name?: string | null;
}
