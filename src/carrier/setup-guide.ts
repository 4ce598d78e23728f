import type { CarrierProduct } from "./products.js";

/** The keys of all carriers' steps. Two carriers that ask for the same share a key. */
export type SetupStepKey =
  | "CREATE_UPS_LOGIN"
  | "OPEN_ACCOUNTS_AND_PAYMENT"
  | "ADD_SHIPPING_ACCOUNT"
  | "CHOOSE_ACCOUNT_TYPE"
  | "ADD_ADDRESSES"
  | "VERIFY_IDENTITY"
  | "EXPLORE_DISCOUNTS"
  | "SUBMIT_APPLICATION"
  | "FIND_ACCOUNT_NUMBER"
  | "ADD_PAYMENT_CARD"
  | "OPEN_APPS"
  | "ADD_APP"
  | "CHOOSE_ACCOUNT"
  | "NAME_APP"
  | "ENTER_CALLBACK_URL"
  | `ADD_PRODUCT_${CarrierProduct}`
  | "SAVE_APP"
  | "COPY_CREDENTIALS"
  | "COPY_CLIENT_ID"
  | "COPY_CLIENT_SECRET"
  | "CREATE_SHIPPING_METHOD";

/** What an account keeps of what a person tells on the way. */
export type AccountRecord = "accountType" | "address" | "appName" | "callbackUrl";

/**
 * How it is known that a step was done. PERSON: somebody says so, or the account holds what the step gives. CARRIER: the
 * product answered; `failsWith` is the step that its checks name when this one is to be repeated, `isEntered` says that
 * the account holds what the step gives in any case. DISCOUNTS and METHOD: the account's rates, its shipping methods.
 */
export type StepEvidence =
  | { by: "PERSON"; record: AccountRecord | null }
  | { by: "CARRIER"; product: CarrierProduct; failsWith: SetupStepKey; isEntered: boolean }
  | { by: "DISCOUNTS" | "METHOD" };

/** One step of the way from no account to labels. */
export interface SetupGuideStep {
  key: SetupStepKey;
  title: string;
  /** What to do, with the portal's own words for what is to be clicked or chosen. */
  instruction: string;
  /** Where; null: here, or on the page that the step before led to. */
  url: string | null;
  isRequired: boolean;
  evidence: StepEvidence;
  /** Somebody has to have confirmed it before an account of PRODUCTION buys; absent: nobody has. */
  isVouchedFor?: boolean;
}

export interface SetupGuideGroup {
  title: string;
  /** In the order a person takes them. */
  steps: readonly SetupGuideStep[];
}

/** The way to an account that works, in its order; empty: there is nothing to do. */
export type SetupGuide = readonly SetupGuideGroup[];
