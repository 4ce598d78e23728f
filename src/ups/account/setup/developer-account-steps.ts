import type { SetupGuideGroup, SetupGuideStep } from "../../../carrier/setup-guide.js";
import { toldByPerson, upsDeveloperPortal } from "./portals.js";
import { productSteps } from "./product-steps.js";

/** UPS's developer portal: an app, its products and its credentials. */
export const developerAccountGroup: SetupGuideGroup = {
  title: "UPS developer account: the credentials",
  steps: [
    shownByToken({
      key: "OPEN_APPS",
      title: "Log in to the developer portal and open Apps",
      instruction:
        "Log in at the UPS Developer Portal with the same login and choose Apps in the profile menu at the top right.",
    }),
    shownByToken({
      key: "ADD_APP",
      title: "Add an app in the developer portal",
      instruction:
        'Choose Add Apps. At I need API credentials because choose "I want to integrate UPS technology into my business".',
    }),
    onDeveloperPortal({
      key: "CHOOSE_ACCOUNT",
      title: "Associate the app with the shipping account",
      instruction:
        "At Choose an account to associate with these credentials pick Add existing account and the number of your shipping account: the same that is entered here as accountNumber. Go on with Next.",
      evidence: { by: "CARRIER", product: "RATING", failsWith: "CHOOSE_ACCOUNT", isEntered: false },
    }),
    onDeveloperPortal({
      key: "NAME_APP",
      title: "Give the app a name",
      instruction:
        "On the form Add App fill in App Name: a name by which you know the app again. Enter it here as appName.",
      evidence: toldByPerson("appName"),
    }),
    onDeveloperPortal({
      key: "ENTER_CALLBACK_URL",
      title: "Give the app a callback address",
      instruction:
        "Fill in Callback URL: an address of yours that begins with https://, without www; suggestedCallbackUrl is one. UPS asks for it, this service does not use it. Enter it here as callbackUrl.",
      evidence: toldByPerson("callbackUrl"),
    }),
    ...productSteps,
    onDeveloperPortal({
      key: "SAVE_APP",
      title: "Save and accept the terms",
      instruction:
        "Choose Save and accept UPS's terms and conditions. Who confirms this step here is kept with the time.",
    }),
    shownByToken({
      key: "COPY_CREDENTIALS",
      title: "Open the app's credentials",
      instruction: "Under Profile, My Apps, open the app and look at its section Credentials.",
    }),
    shownByToken({
      key: "COPY_CLIENT_ID",
      title: "Copy the Client ID",
      instruction:
        "Copy the Client ID and enter it here as ups.clientId, with createCarrierAccount or rotateCarrierCredentials.",
    }),
    shownByToken({
      key: "COPY_CLIENT_SECRET",
      title: "Copy the Client Secret",
      instruction:
        "Copy the Client Secret and enter it here as ups.clientSecret in the same mutation. It goes in and never comes out: compare clientSecretFingerprint.",
    }),
  ],
};

function onDeveloperPortal(
  step: Pick<SetupGuideStep, "key" | "title" | "instruction"> & Partial<SetupGuideStep>,
): SetupGuideStep {
  return { url: upsDeveloperPortal, isRequired: true, evidence: toldByPerson(), ...step };
}

/** A token is given out only to an app that exists, for credentials that are right. */
function shownByToken(step: Pick<SetupGuideStep, "key" | "title" | "instruction">): SetupGuideStep {
  const isEntered = step.key.startsWith("COPY_");
  const failsWith = isEntered ? "COPY_CREDENTIALS" : step.key;
  return onDeveloperPortal({ ...step, evidence: { by: "CARRIER", product: "AUTHORIZATION", failsWith, isEntered } });
}
