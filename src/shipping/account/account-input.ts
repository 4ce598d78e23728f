import type { CarrierAccountStatus, CarrierEnvironment } from "../../entities/values/account-enums.js";
import type { PostalAddressInput } from "../../entities/values/postal-address.js";

/** What callers tell of an account besides its credentials; absent and null mean the same unless it says otherwise. */
export interface AccountDetailsInput {
  name?: string | null;
  accountNumber?: string | null;
  address?: PostalAddressInput | null;
  accountType?: string | null;
  shipsRegulatedItems?: boolean | null;
  appName?: string | null;
  callbackUrl?: string | null;
}

/** The credentials of one carrier, where callers give them. */
export interface CredentialsInput {
  carrierCode: string;
  /** The path of the texts. */
  at: string[];
  /** By the names of the carrier's fields, as entered. */
  texts: Readonly<Record<string, string>>;
}

export interface NewAccountInput extends AccountDetailsInput {
  name: string;
  accountNumber: string;
  address: PostalAddressInput;
  /** They say whose account it is. */
  credentials: CredentialsInput;
  environment: CarrierEnvironment;
  /** Check the carrier's products at once. */
  validate?: boolean | null;
}

/** For `accountType`, `appName` and `callbackUrl` null clears what is stored; elsewhere null is refused. */
export interface AccountChangesInput extends AccountDetailsInput {
  carrierAccountId: string;
}

export interface NewCredentialsInput {
  carrierAccountId: string;
  credentials: CredentialsInput;
}

export interface AccountFilter {
  /** Null: all but archived ones. */
  status: CarrierAccountStatus | null;
  /** As entered, but for case; null: any, and none. */
  accountType: string | null;
}
