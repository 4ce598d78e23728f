import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CarrierMessage, Money } from "../../carrier/values.js";
import { mostInDollars } from "../words/dollar-bounds.js";
import { collectLimitsUsd, maxDeclaredUsd } from "../words/limits.js";

/**
 * Amounts that may be over a limit which UPS states in US dollars only (Rating.yaml, DeclaredValue and COD): what is
 * over it at any rate is refused by the checks, and UPS converts by a rate of its own, so that whoever is near it is told.
 */
export function amountNotices({ packages, options }: ShipmentDetails): CarrierMessage[] {
  const declared = packages.flatMap(({ declaredValue }, index) =>
    near(declaredValue, maxDeclaredUsd, `The declared value of package ${index + 1}`),
  );
  return [...declared, ...near(options.collectOnDelivery, collectLimitsUsd.most, "The amount collected on delivery")];
}

function near(amount: Money | null, most: string, what: string): CarrierMessage[] {
  if (amount === null || amount.currencyCode === "USD" || !mostInDollars(amount).greaterThan(most)) return [];
  const text = `${what} may be over UPS's limit of ${most} USD: UPS converts ${amount.currencyCode} at its own rate.`;
  return [{ code: "AMOUNT_NEAR_LIMIT", severity: "WARNING", text }];
}
