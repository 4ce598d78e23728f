import { developerAccountGroup } from "./developer-account-steps.js";
import type { SetupGuideGroup, SetupGuideStep } from "./setup-step.js";
import { shippingMethodGroup } from "./shipping-method-steps.js";
import { upsAccountGroup } from "./ups-account-steps.js";

const guides: ReadonlyMap<string, readonly SetupGuideGroup[]> = new Map([
  ["UPS", [upsAccountGroup, developerAccountGroup, shippingMethodGroup]],
]);

/** The way to an account with the carrier that works, in its order; empty for a carrier that needs none. */
export function setupGuideOf(carrierCode: string): readonly SetupGuideGroup[] {
  return guides.get(carrierCode) ?? [];
}

const byKey = new Map([...guides.values()].flat().flatMap(({ steps }) => steps.map((step) => [step.key, step])));

export function findSetupStep(key: string): SetupGuideStep | null {
  return byKey.get(key) ?? null;
}
