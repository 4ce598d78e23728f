import type { EntityManager } from "typeorm";
import type { SetupGuide } from "../../../carrier/setup-guide.js";
import { inTenant } from "../../../database/tenant-transaction.js";
import type { CarrierAccount } from "../../../entities/carrier-account.js";
import { SetupStepDecision } from "../../../entities/setup-step-decision.js";
import { recordAudit } from "../../audit/record-audit.js";
import type { Actor, ShippingDeps } from "../../deps.js";
import { refusedNulls } from "../../null-rule.js";
import { type Result, refuse, refuseAny, settle } from "../../result.js";
import { lockUsableAccount } from "../lock-account.js";
import { findSetupStep, isVerifiable, setupGuideOf } from "./setup-guide.js";

export interface StepConfirmation {
  carrierAccountId: string;
  stepKey: string;
  /** False: the step is not done after all. Absent is true; null says nothing and is refused. */
  isConfirmed?: boolean | null;
}

const stepField = ["input", "stepKey"];

/**
 * Keeps who said when that a step which no check can verify was done, or was not after all; what was said before stays
 * on record. Saying it again adds nothing. Codes: NOT_FOUND, NOT_ALLOWED.
 */
export function confirmSetupStep(
  deps: ShippingDeps,
  actor: Actor,
  { carrierAccountId, stepKey, isConfirmed }: StepConfirmation,
): Promise<Result<CarrierAccount>> {
  return settle(() => {
    refuseAny(refusedNulls({ isConfirmed }, ["isConfirmed"], ["input"]));
    return inTenant(deps.database, actor.tenantId, async (manager) => {
      const account = await lockUsableAccount(manager, carrierAccountId);
      refuseUnconfirmable(setupGuideOf(deps, account.carrierCode), stepKey);
      await decide(manager, actor, { accountId: account.id, stepKey, isConfirmed: isConfirmed ?? true });
      return account;
    });
  });
}

function refuseUnconfirmable(guide: SetupGuide, stepKey: string): void {
  const step = findSetupStep(guide, stepKey);
  if (!step) refuse("NOT_FOUND", `The setup guide has no step ${stepKey}.`, stepField);
  if (isVerifiable(step)) {
    const message = `"${step.title}" is not confirmed by hand: it is found out, mostly by validateCarrierAccount.`;
    refuse("NOT_ALLOWED", message, stepField);
  }
}

/** The account is locked: nobody else numbers its decisions meanwhile. */
async function decide(
  manager: EntityManager,
  actor: Actor,
  decision: Pick<SetupStepDecision, "accountId" | "stepKey" | "isConfirmed">,
): Promise<void> {
  const { accountId, stepKey, isConfirmed } = decision;
  const last = await manager.findOne(SetupStepDecision, { where: { accountId, stepKey }, order: { sequence: "DESC" } });
  if ((last?.isConfirmed ?? false) === isConfirmed) return;
  const sequence = (last?.sequence ?? 0) + 1;
  await manager.insert(SetupStepDecision, { ...decision, tenantId: actor.tenantId, sequence, actor: actor.subject });
  const change = { field: stepKey, before: String(!isConfirmed), after: String(isConfirmed), isWithheld: false };
  await recordAudit(manager, actor, { kind: "SETUP_STEP_CONFIRMED", targetId: accountId, changes: [change] });
}
