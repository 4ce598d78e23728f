/** One step of the way from no UPS account to credentials that work. */
export interface SetupGuideStep {
  key: string;
  title: string;
  /** What to do, with UPS's own words for what is to be clicked or chosen. */
  instruction: string;
  /** Where; null: on the page that the step before led to. */
  url: string | null;
  isRequired: boolean;
  /** Whether a check of the carrier's products can tell that it was done. */
  isVerifiable: boolean;
}

const portal = "https://www.ups.com/";
const developerPortal = "https://developer.ups.com/";

/** In the order a person takes them. */
export const setupGuide: readonly SetupGuideStep[] = [
  {
    key: "CREATE_UPS_LOGIN",
    title: "Log in to UPS or create a login",
    instruction: "Choose Log In at the top right of the UPS site and log in, or create a UPS account there.",
    url: portal,
    isRequired: true,
    isVerifiable: false,
  },
  {
    key: "ADD_SHIPPING_ACCOUNT",
    title: "Open a shipping account",
    instruction:
      "Under Profile, Accounts and Payment, pick Add New Account from Add a Payment Method and choose Add. Say what type the account has and whether regulated items are shipped, then Add Addresses and Verify Identity; Explore Discounts is optional. Submit the application on the last page.",
    url: portal,
    isRequired: true,
    isVerifiable: false,
  },
  {
    key: "FIND_ACCOUNT_NUMBER",
    title: "Find the account number",
    instruction:
      "Under Profile, Accounts and Payment, read the Number of the shipping account: six letters or digits. Enter it here as accountNumber, with its leading zeros.",
    url: portal,
    isRequired: true,
    isVerifiable: true,
  },
  {
    key: "ADD_APP",
    title: "Add an app in the developer portal",
    instruction:
      'Choose Apps in the profile menu, then Add Apps. As reason for the credentials choose "I want to integrate UPS technology into my business". Give the app an App Name and a Callback URL: https, without www.',
    url: developerPortal,
    isRequired: true,
    isVerifiable: true,
  },
  {
    key: "CHOOSE_ACCOUNT",
    title: "Associate the app with the shipping account",
    instruction:
      "Where the form asks for the account to associate with the credentials, pick Add existing account and the number of your shipping account: the same that is entered here as accountNumber.",
    url: developerPortal,
    isRequired: true,
    isVerifiable: true,
  },
  addProduct("AUTHORIZATION", "Authorization (OAuth)", "It gives the access tokens that every other product needs."),
  addProduct("RATING", "Rating", "It compares delivery services and shipping rates."),
  addProduct("SHIPPING", "Shipping", "It prepares packages, manages returns and cancels scheduled shipments."),
  {
    key: "COPY_CREDENTIALS",
    title: "Copy the Client ID and the Client Secret",
    instruction:
      "Under Profile, My Apps, open the app and copy Client ID and Client Secret from Credentials. Enter both here with createCarrierAccount or rotateCarrierCredentials.",
    url: developerPortal,
    isRequired: true,
    isVerifiable: true,
  },
];

const byKey = new Map(setupGuide.map((step) => [step.key, step]));

export function findSetupStep(key: string): SetupGuideStep | null {
  return byKey.get(key) ?? null;
}

function addProduct(product: string, name: string, purpose: string): SetupGuideStep {
  return {
    key: `ADD_PRODUCT_${product}`,
    title: `Add the product ${name}`,
    instruction: `In the app's Add Products section search for ${name}, choose its plus sign and Save. ${purpose} UPS may need a while to approve it.`,
    url: developerPortal,
    isRequired: true,
    isVerifiable: true,
  };
}
