import type { SetupGuide, SetupGuideStep } from "../../../carrier/setup-guide.js";
import type { ShippingDeps } from "../../deps.js";

/** The way to an account with the carrier that works; empty also for a carrier that is not served here. */
export function setupGuideOf({ carriers }: Pick<ShippingDeps, "carriers">, carrierCode: string): SetupGuide {
  return carriers.get(carrierCode)?.accounts.setupGuide ?? [];
}

export function stepsOf(guide: SetupGuide): SetupGuideStep[] {
  return guide.flatMap(({ steps }) => steps);
}

export function findSetupStep(guide: SetupGuide, key: string | null | undefined): SetupGuideStep | null {
  return stepsOf(guide).find((step) => step.key === key) ?? null;
}

/** Whether this service finds out by itself that a step was done. */
export function isVerifiable({ evidence }: SetupGuideStep): boolean {
  return evidence.by !== "PERSON";
}
