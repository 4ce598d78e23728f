import type { SetupStepKey as GuideStepKey } from "../../carrier/setup-guide.js";
import { describedEnum } from "./described-enum.js";

export const SetupStepKey = describedEnum("SetupStepKey", "Steps of the carriers' setup guides.", {
  CREATE_UPS_LOGIN: "Log in to UPS or create a login.",
  OPEN_ACCOUNTS_AND_PAYMENT: "Open Accounts and Payment in the carrier's portal.",
  ADD_SHIPPING_ACCOUNT: "Add a shipping account.",
  CHOOSE_ACCOUNT_TYPE: "Choose the account type and state what is shipped.",
  ADD_ADDRESSES: "Add the account's addresses.",
  VERIFY_IDENTITY: "Verify your identity at the carrier.",
  EXPLORE_DISCOUNTS: "Enrol for discounts; optional.",
  SUBMIT_APPLICATION: "Submit the application for the account.",
  FIND_ACCOUNT_NUMBER: "Find the account number and enter it here.",
  ADD_PAYMENT_CARD: "Add a payment card in the carrier's portal.",
  OPEN_APPS: "Open Apps in the developer portal.",
  ADD_APP: "Add an app.",
  CHOOSE_ACCOUNT: "Choose the shipping account for the app's credentials.",
  NAME_APP: "Name the app.",
  ENTER_CALLBACK_URL: "Enter the Callback URL.",
  ADD_PRODUCT_AUTHORIZATION: "Add the product Authorization to the app.",
  ADD_PRODUCT_ADDRESS_VALIDATION: "Add the product Address Validation to the app.",
  ADD_PRODUCT_LOCATOR: "Add the product Locator to the app.",
  ADD_PRODUCT_PAPERLESS_DOCUMENTS: "Add the product Paperless Documents to the app.",
  ADD_PRODUCT_SHIPPING: "Add the product Shipping to the app.",
  ADD_PRODUCT_RATING: "Add the product Rating to the app.",
  ADD_PRODUCT_TRACKING: "Add the product Tracking to the app.",
  ADD_PRODUCT_TIME_IN_TRANSIT: "Add the product Time in Transit to the app.",
  SAVE_APP: "Save the app and accept the carrier's terms.",
  COPY_CREDENTIALS: "Copy the app's credentials and enter them here.",
  COPY_CLIENT_ID: "Copy the Client ID and enter it here.",
  COPY_CLIENT_SECRET: "Copy the Client Secret and enter it here.",
  CREATE_SHIPPING_METHOD: "Create a shipping method here.",
} satisfies Record<GuideStepKey, string>);
export type SetupStepKey = keyof typeof SetupStepKey;
