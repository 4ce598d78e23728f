import type { EntityManager } from "typeorm";
import type { CarrierAccount } from "../../../entities/carrier-account.js";
import { SetupStepDecision } from "../../../entities/setup-step-decision.js";
import type { ShippingUserError } from "../../../entities/values/user-error.js";
import { userError } from "../../user-error.js";
import { setupGuideOf } from "./setup-guide.js";

/** What costs money is somebody's to vouch for: that the account is open, and that the carrier knows who pays. */
const neededInProduction = new Set(["ADD_SHIPPING_ACCOUNT", "ADD_PAYMENT_CARD"]);

/** One ACCOUNT_NOT_READY for each of these steps of the carrier's guide that nobody has confirmed; none outside PRODUCTION. */
export async function unconfirmedForProduction(
  manager: EntityManager,
  { id: accountId, environment, carrierCode }: CarrierAccount,
  field: string[],
): Promise<ShippingUserError[]> {
  if (environment !== "PRODUCTION") return [];
  const decisions = await manager.find(SetupStepDecision, { where: { accountId }, order: { sequence: "DESC" } });
  const steps = setupGuideOf(carrierCode).flatMap((group) => group.steps);
  return steps.flatMap(({ key, title }) => {
    if (!neededInProduction.has(key)) return [];
    if (decisions.find(({ stepKey }) => stepKey === key)?.isConfirmed) return [];
    const message = `Nobody has confirmed the step "${title}" (${key}): confirmSetupStep.`;
    return [userError("ACCOUNT_NOT_READY", message, field)];
  });
}
