import type { SetupGuideGroup } from "../../../carrier/setup-guide.js";

/** What is left to do here. */
export const shippingMethodGroup: SetupGuideGroup = {
  title: "Shipping method: how labels are bought here",
  steps: [
    {
      key: "CREATE_SHIPPING_METHOD",
      title: "Create a shipping method with the account",
      instruction:
        "Among the Shipping Methods make a New one with createShippingMethod: Provider UPS, and in the UPS Configuration this account, UPS Service Type, UPS Package Type, Package Weight Unit, Package Size Unit, Label Format and the Options. A method whose Provider is UPS Legacy is archived and made anew: replaceLegacyShippingMethod.",
      url: null,
      isRequired: true,
      evidence: { by: "METHOD" },
    },
  ],
};
