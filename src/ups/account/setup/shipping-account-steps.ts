import type { SetupGuideGroup, SetupGuideStep } from "../../../carrier/setup-guide.js";
import { toldByPerson, upsPortal } from "./portals.js";

/** UPS's site for shippers: the account number, and who pays. */
export const shippingAccountGroup: SetupGuideGroup = {
  title: "UPS account: the account number",
  steps: [
    onPortal({
      key: "CREATE_UPS_LOGIN",
      title: "Log in to UPS or create a login",
      instruction: "Choose Log In at the top right of the UPS site and log in, or create a UPS account there.",
    }),
    onPortal({
      key: "OPEN_ACCOUNTS_AND_PAYMENT",
      title: "Open Accounts and Payment",
      instruction:
        "Choose Accounts and Payment in the profile menu at the top right. On the page Accounts and Payment Options two things are set up: a shipping account and a payment card.",
    }),
    onPortal({
      key: "ADD_SHIPPING_ACCOUNT",
      title: "Add a shipping account",
      instruction:
        "Pick Add New Account from Add a Payment Method and choose Add. That opens the form Open a Shipping Account.",
      isVouchedFor: true,
    }),
    onPortal({
      key: "CHOOSE_ACCOUNT_TYPE",
      title: "Choose the account type and say what you ship",
      instruction:
        "Choose the type of the shipping account, for example Business, and say whether regulated items will be shipped. Enter both here as accountType and shipsRegulatedItems.",
      evidence: toldByPerson("accountType"),
    }),
    onPortal({
      key: "ADD_ADDRESSES",
      title: "Add Addresses",
      instruction:
        "Give the addresses of the shipping account. Enter the shipper's here as address: UPS rates from it and prints it.",
      evidence: toldByPerson("address"),
    }),
    onPortal({
      key: "VERIFY_IDENTITY",
      title: "Verify Identity",
      instruction: "Let UPS verify who you are, in one of the ways it offers. Only UPS sees what you give there.",
    }),
    onPortal({
      key: "EXPLORE_DISCOUNTS",
      title: "Explore Discounts",
      instruction:
        "Optional: enrol for lower rates, or pass it over. Rates show whether the account has prices of its own: see negotiatedRates.",
      isRequired: false,
      evidence: { by: "DISCOUNTS" },
    }),
    onPortal({
      key: "SUBMIT_APPLICATION",
      title: "Submit the application",
      instruction: "Submit the application on the last page. UPS may take a day or two to open the account.",
    }),
    onPortal({
      key: "FIND_ACCOUNT_NUMBER",
      title: "Find the account number",
      instruction:
        "Under Profile, Accounts and Payment, read the Number of the shipping account: six letters or digits. Enter this Account Number here as accountNumber, with its leading zeros.",
      evidence: { by: "CARRIER", product: "RATING", failsWith: "FIND_ACCOUNT_NUMBER", isEntered: true },
    }),
    onPortal({
      key: "ADD_PAYMENT_CARD",
      title: "Add a payment card with UPS",
      instruction:
        "Back on Accounts and Payments pick Add Payment Card from Add a Payment Method and fill in UPS's form. Give the card to UPS alone: there is no place for it here.",
      isVouchedFor: true,
    }),
  ],
};

function onPortal(
  step: Pick<SetupGuideStep, "key" | "title" | "instruction"> & Partial<SetupGuideStep>,
): SetupGuideStep {
  return { url: upsPortal, isRequired: true, evidence: toldByPerson(), ...step };
}
