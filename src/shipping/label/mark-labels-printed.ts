import { type EntityManager, In, IsNull, Not } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { userError } from "../user-error.js";

/** Labels by their ids, or all that were bought with a key. */
export interface MarkPrintedInput {
  labelIds?: string[] | null;
  idempotencyKey?: string | null;
}

/**
 * Marks labels as printed, all or none; a label printed before keeps its time. Codes: REQUIRED, INVALID, NOT_FOUND,
 * ALREADY_VOIDED.
 */
export function markLabelsPrinted(
  deps: ShippingDeps,
  actor: Actor,
  input: MarkPrintedInput,
): Promise<Result<ShippingLabel[]>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      refuseBoth(input);
      const ids = input.labelIds?.length ? input.labelIds : await boughtWith(manager, input.idempotencyKey ?? null);
      await refuseUnusable(manager, ids);
      await manager.update(ShippingLabel, { id: In(ids), printedAt: IsNull() }, { printedAt: () => "now()" });
      return manager.find(ShippingLabel, { where: { id: In(ids) }, order: { id: "ASC" } });
    }),
  );
}

function refuseBoth({ labelIds, idempotencyKey }: MarkPrintedInput): void {
  if (!labelIds?.length || idempotencyKey == null) return;
  refuse("INVALID", "Give either labels or a key, not both.", ["input", "idempotencyKey"]);
}

/** Unknown labels, and voided ones: what is printed then must not go on a box. */
async function refuseUnusable(manager: EntityManager, ids: string[]): Promise<void> {
  const labels = await manager.findBy(ShippingLabel, { id: In(ids) });
  const voided = await manager.findBy(PurchasedPackage, {
    id: In(labels.map((label) => label.purchasedPackageId)),
    voidState: "VOIDED",
  });
  const errors = ids.flatMap((id, index) => {
    const field = ["input", "labelIds", index];
    const label = labels.find((candidate) => candidate.id === id);
    if (label === undefined) return [userError("NOT_FOUND", `There is no label ${id}.`, field)];
    const isVoided = voided.some((pkg) => pkg.id === label.purchasedPackageId);
    return isVoided ? [userError("ALREADY_VOIDED", "The label is voided: do not use it.", field)] : [];
  });
  refuseAny(errors);
}

async function boughtWith(manager: EntityManager, idempotencyKey: string | null): Promise<string[]> {
  if (idempotencyKey === null)
    refuse("REQUIRED", "Give labels, or the key they were bought with.", ["input", "labelIds"]);
  const purchase = await manager.findOneBy(LabelPurchase, { idempotencyKey });
  if (purchase === null) refuse("NOT_FOUND", "Nothing was bought with this key.", ["input", "idempotencyKey"]);
  const bought = await manager.findBy(PurchasedPackage, { purchaseId: purchase.id, voidState: Not("VOIDED") });
  const ids = In(bought.map((pkg) => pkg.id));
  const labels = await manager.findBy(ShippingLabel, { purchasedPackageId: ids, isRecovered: false });
  if (labels.length === 0)
    refuse("NOT_FOUND", "The key gave no labels that are in force.", ["input", "idempotencyKey"]);
  return labels.map((label) => label.id);
}
