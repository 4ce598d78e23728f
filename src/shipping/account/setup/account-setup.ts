import type { SetupStepState } from "../../../entities/values/account-enums.js";
import { setupGuideOf } from "./setup-guide.js";
import { isVerifiable, type SetupGuideStep } from "./setup-step.js";
import { type SetupFacts, stepState } from "./step-state.js";

/** A step of the guide as it stands for one account. */
export interface AccountSetupStep extends Omit<SetupGuideStep, "evidence"> {
  isVerifiable: boolean;
  state: SetupStepState;
  /** When and by whom it was last confirmed; null: nobody did, or it was taken back. */
  confirmedAt: string | null;
  confirmedBy: string | null;
}

export interface AccountSetup {
  groups: { title: string; steps: AccountSetupStep[] }[];
  isComplete: boolean;
}

/** The carrier's guide with the state of each step. Complete: every required step is confirmed or verified. */
export function accountSetup(facts: SetupFacts): AccountSetup {
  const groups = setupGuideOf(facts.account.carrierCode).map(({ title, steps }) => ({
    title,
    steps: steps.map((step) => setupStepOf(step, facts)),
  }));
  const isComplete = groups
    .flatMap(({ steps }) => steps)
    .every(({ isRequired, state }) => !isRequired || state === "CONFIRMED" || state === "VERIFIED");
  return { groups, isComplete };
}

/** The step that a check of a product says to repeat. */
export function failedStep(step: SetupGuideStep): AccountSetupStep {
  const { evidence: _, ...shown } = step;
  return { ...shown, isVerifiable: isVerifiable(step), state: "FAILED", confirmedAt: null, confirmedBy: null };
}

function setupStepOf(step: SetupGuideStep, facts: SetupFacts): AccountSetupStep {
  const { evidence: _, ...shown } = step;
  const decision = facts.decisions.find(({ stepKey, isConfirmed }) => stepKey === step.key && isConfirmed);
  return {
    ...shown,
    isVerifiable: isVerifiable(step),
    state: stepState(step, facts),
    confirmedAt: decision?.decidedAt ?? null,
    confirmedBy: decision?.actor ?? null,
  };
}
