import type { EntityManager } from "typeorm";
import type { CarrierAccount } from "../../../entities/carrier-account.js";
import { SetupStepDecision } from "../../../entities/setup-step-decision.js";
import type { ShippingUserError } from "../../../entities/values/user-error.js";
import type { ShippingDeps } from "../../deps.js";
import { userError } from "../../user-error.js";
import { setupGuideOf, stepsOf } from "./setup-guide.js";

/**
 * What costs money is somebody's to vouch for: one ACCOUNT_NOT_READY for each such step of the carrier's guide that
 * nobody has confirmed; none outside PRODUCTION.
 */
export async function unconfirmedForProduction(
  deps: Pick<ShippingDeps, "carriers">,
  manager: EntityManager,
  { id: accountId, environment, carrierCode }: CarrierAccount,
  field: string[],
): Promise<ShippingUserError[]> {
  if (environment !== "PRODUCTION") return [];
  const decisions = await manager.find(SetupStepDecision, { where: { accountId }, order: { sequence: "DESC" } });
  return stepsOf(setupGuideOf(deps, carrierCode)).flatMap(({ key, title, isVouchedFor }) => {
    if (!isVouchedFor) return [];
    if (decisions.find(({ stepKey }) => stepKey === key)?.isConfirmed) return [];
    const message = `Nobody has confirmed the step "${title}" (${key}): confirmSetupStep.`;
    return [userError("ACCOUNT_NOT_READY", message, field)];
  });
}
