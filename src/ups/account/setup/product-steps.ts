import type { CarrierProduct } from "../../../carrier/products.js";
import type { SetupGuideStep } from "../../../carrier/setup-guide.js";
import { upsProducts } from "../products.js";
import { upsDeveloperPortal } from "./portals.js";

/** In the order of UPS's form; the last two are not in its usual list and serve tracking and delivery times. */
export const productSteps: readonly SetupGuideStep[] = [
  addProduct("AUTHORIZATION", "Authorization (O Auth)", "It gives the access tokens that every other product needs."),
  addProduct(
    "ADDRESS_VALIDATION",
    "Address Validation",
    "It checks addresses down to the street in the United States and Puerto Rico.",
  ),
  addProduct("LOCATOR", "Locator", "It finds UPS locations by kind and by the services they offer."),
  addProduct(
    "PAPERLESS_DOCUMENTS",
    "Paperless Documents",
    "It takes images of documents and links them to shipments; UPS also has to allow the account Upload Forms Created Offline.",
  ),
  addProduct("SHIPPING", "Shipping", "It prepares packages, manages returns and cancels scheduled shipments."),
  addProduct("RATING", "Rating", "It compares delivery services and shipping rates."),
  addProduct("TRACKING", "Tracking", "It tells where a package is, and finds a label again whose answer was lost."),
  addProduct("TIME_IN_TRANSIT", "Time in Transit", "It tells how long each service takes."),
];

/** The key is named by checks of the product that find it missing. */
function addProduct(product: CarrierProduct, name: string, purpose: string): SetupGuideStep {
  const key = `ADD_PRODUCT_${product}` as const;
  return {
    key,
    title: `Add the product ${name}`,
    instruction: `In the app's Add Products section search for ${name} and choose its + (plus) sign. ${purpose} UPS may need a while to approve it.`,
    url: upsDeveloperPortal,
    isRequired: upsProducts.toShip.some((needed) => needed === product),
    evidence: { by: "CARRIER", product, failsWith: key, isEntered: false },
  };
}
