import type { SetupGuide, SetupGuideStep } from "../../../carrier/setup-guide.js";
import type { SetupStepState } from "../../../entities/values/account-enums.js";
import { isVerifiable } from "./setup-guide.js";
import { type SetupFacts, stepState } from "./step-state.js";

/** A step of the guide as it stands for one account. */
export interface AccountSetupStep extends Omit<SetupGuideStep, "evidence" | "isVouchedFor"> {
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
export function accountSetup(guide: SetupGuide, facts: SetupFacts): AccountSetup {
  const groups = guide.map(({ title, steps }) => ({
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
  return { ...shown(step), state: "FAILED", confirmedAt: null, confirmedBy: null };
}

function setupStepOf(step: SetupGuideStep, facts: SetupFacts): AccountSetupStep {
  const decision = facts.decisions.find(({ stepKey, isConfirmed }) => stepKey === step.key && isConfirmed);
  return {
    ...shown(step),
    state: stepState(step, facts),
    confirmedAt: decision?.decidedAt ?? null,
    confirmedBy: decision?.actor ?? null,
  };
}

function shown(step: SetupGuideStep) {
  const { key, title, instruction, url, isRequired } = step;
  return { key, title, instruction, url, isRequired, isVerifiable: isVerifiable(step) };
}
