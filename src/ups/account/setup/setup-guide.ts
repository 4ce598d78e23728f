import type { SetupGuide } from "../../../carrier/setup-guide.js";
import { developerAccountGroup } from "./developer-account-steps.js";
import { shippingAccountGroup } from "./shipping-account-steps.js";
import { shippingMethodGroup } from "./shipping-method-steps.js";

/** From a login to the account number, from an app to its credentials, to a shipping method. */
export const upsSetupGuide: SetupGuide = [shippingAccountGroup, developerAccountGroup, shippingMethodGroup];
