import type { CarrierProduct } from "../../../carrier/products.js";

/** What buying a label takes. */
export const productsToShip = ["AUTHORIZATION", "RATING", "SHIPPING"] as const satisfies CarrierProduct[];

/** Everything that is checked: what buying takes first, then the rest. */
export const allProducts = [
  ...productsToShip,
  "ADDRESS_VALIDATION",
  "LOCATOR",
  "PAPERLESS_DOCUMENTS",
  "TRACKING",
  "TIME_IN_TRANSIT",
] as const satisfies CarrierProduct[];
