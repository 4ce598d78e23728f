import type { AccountRecord, SetupGuideStep, StepEvidence } from "../../../carrier/setup-guide.js";
import type { CarrierAccount } from "../../../entities/carrier-account.js";
import type { CarrierProductCheck } from "../../../entities/carrier-product-check.js";
import type { SetupStepDecision } from "../../../entities/setup-step-decision.js";
import type { SetupStepState } from "../../../entities/values/account-enums.js";

/** Everything that is known of an account's setup. */
export interface SetupFacts {
  account: CarrierAccount;
  checks: Pick<CarrierProductCheck, "product" | "state" | "setupStepKey" | "negotiatedRates">[];
  /** The last word on each step. */
  decisions: Pick<SetupStepDecision, "stepKey" | "isConfirmed" | "decidedAt" | "actor">[];
  hasShippingMethod: boolean;
}

/** Where a step stands; what was never checked, told or entered is TO_DO. */
export function stepState({ key, evidence }: SetupGuideStep, facts: SetupFacts): SetupStepState {
  switch (evidence.by) {
    case "PERSON":
      return isConfirmed(key, facts) || isRecorded(evidence.record, facts.account) ? "CONFIRMED" : "TO_DO";
    case "CARRIER":
      return carrierState(evidence, facts);
    case "DISCOUNTS":
      return facts.checks.some((check) => check.negotiatedRates === "ENROLLED") ? "VERIFIED" : "TO_DO";
    case "METHOD":
      return facts.hasShippingMethod ? "VERIFIED" : "TO_DO";
  }
}

/** Whether a person's last word on the step is that it is done. */
function isConfirmed(key: string, { decisions }: Pick<SetupFacts, "decisions">): boolean {
  return decisions.some((decision) => decision.stepKey === key && decision.isConfirmed);
}

function isRecorded(record: AccountRecord | null, account: CarrierAccount): boolean {
  return record !== null && account[record] != null;
}

function carrierState(evidence: Extract<StepEvidence, { by: "CARRIER" }>, { checks }: SetupFacts): SetupStepState {
  if (checks.some((check) => check.setupStepKey === evidence.failsWith)) return "FAILED";
  if (checks.some((check) => check.product === evidence.product && check.state === "OK")) return "VERIFIED";
  return evidence.isEntered ? "CONFIRMED" : "TO_DO";
}
