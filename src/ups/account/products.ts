import type { CarrierAccounts } from "../../carrier/accounts.js";

export const upsProducts = {
  toShip: ["AUTHORIZATION", "RATING", "SHIPPING"],
  others: ["ADDRESS_VALIDATION", "LOCATOR", "PAPERLESS_DOCUMENTS", "TRACKING", "TIME_IN_TRANSIT"],
} as const satisfies CarrierAccounts["products"];
