import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import type { ShippingLabel } from "../../entities/shipping-label.js";
import type { LabelFormat } from "../../entities/values/label-enums.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { requireAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { Refusal, type Result, settle } from "../result.js";
import { userError } from "../user-error.js";
import { askForLabels } from "./ask-for-labels.js";
import { labelsToRecover, type RecoverChoice, refuseVoidedMeanwhile, type ToRecover } from "./label-to-recover.js";
import { prepareLabels } from "./prepare-labels.js";
import { requireFormat } from "./require-format.js";
import { storeRecovered } from "./store-recovered.js";

export interface RecoverInput extends RecoverChoice {
  format: LabelFormat;
}

/**
 * Asks the carrier again for bought labels, in any of its formats, and keeps its bytes beside those that were bought.
 * Never buys; safe to repeat. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED, CONFLICT, ALREADY_VOIDED,
 * OPTION_NOT_ALLOWED, RECOVERY_WINDOW_CLOSED, CARRIER_REJECTED, CARRIER_UNAVAILABLE, ACCOUNT_NOT_READY.
 */
export function recoverLabel(deps: ShippingDeps, actor: Actor, input: RecoverInput): Promise<Result<ShippingLabel[]>> {
  const { tenantId } = actor;
  return settle(async () => {
    const toRecover = await readInTenant(deps.database, tenantId, (manager) => labelsToRecover(manager, input));
    const loaded = await requireAccount(deps, tenantId, toRecover.purchase.accountId, toRecover.field);
    requireFormat(loaded.adapter, input.format, ["input", "format"]);
    const asked = await askForLabels(loaded, toRecover, input.format);
    if ("userErrors" in asked) throw new Refusal(asked.userErrors);
    const { adapter } = loaded;
    const files = asked.labels.map(({ file }) => file);
    const prepared = await prepareLabels(deps, adapter, files, input.format);
    if (prepared.some((label) => label?.flaw === "UNREADABLE")) throw new Refusal([noLabel(adapter.name, toRecover)]);
    return inTenant(deps.database, tenantId, async (manager) => {
      const isForAllPackages = asked.labels.some((label) => label.isForAllPackages);
      await refuseVoidedMeanwhile(manager, toRecover, { isForAllPackages });
      const labels: ShippingLabel[] = [];
      for (const [index, label] of asked.labels.entries())
        labels.push(await storeRecovered(manager, tenantId, label, prepared[index]!));
      return labels;
    });
  });
}

function noLabel(carrierName: string, { field }: ToRecover): ShippingUserError {
  return userError("CARRIER_UNAVAILABLE", `What ${carrierName} sent is no label. Ask again later.`, field);
}
