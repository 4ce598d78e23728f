import { type EntityManager, In } from "typeorm";
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

/** With a copy the bought label is printed, with a copy of all packages those of all: they leave the print queue. */
const markPrinted = `
update shipping_label label set printed_at = now()
 where label.printed_at is null and label.is_in_force and label.id in (
   select unnest($1::text[])
    union all
   select original.id from shipping_label copy
     join purchased_package own on own.tenant_id = copy.tenant_id and own.id = copy.purchased_package_id
     join purchased_package inside on inside.tenant_id = own.tenant_id and inside.purchase_id = own.purchase_id
      and (inside.id = own.id or copy.is_for_all_packages)
     join shipping_label original on original.tenant_id = inside.tenant_id
      and original.purchased_package_id = inside.id and not original.is_recovered
    where copy.id = any($1) and copy.is_recovered)`;

/** As whoever voids them: then none is voided between the look at it and the mark. In one order, so that none wait in a circle. */
const lockShipments = `
select 1 from shipment where id in (select shipment_id from shipping_label where id = any($1))
 order by id for no key update`;

/**
 * Marks labels as printed, all or none; a label printed before keeps its time. A copy that was asked for again stands
 * for what it is a copy of. Codes: REQUIRED, INVALID, NOT_FOUND, ALREADY_VOIDED.
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
      await manager.query(lockShipments, [ids]);
      await refuseUnusable(manager, ids);
      await manager.query(markPrinted, [ids]);
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
  const errors = ids.flatMap((id, index) => {
    const field = ["input", "labelIds", index];
    const label = labels.find((candidate) => candidate.id === id);
    if (label === undefined) return [userError("NOT_FOUND", `There is no label ${id}.`, field)];
    if (label.isInForce) return [];
    return [userError("ALREADY_VOIDED", "The label is voided, or about to be: do not use it.", field)];
  });
  refuseAny(errors);
}

async function boughtWith(manager: EntityManager, idempotencyKey: string | null): Promise<string[]> {
  if (idempotencyKey === null)
    refuse("REQUIRED", "Give labels, or the key they were bought with.", ["input", "labelIds"]);
  const purchase = await manager.findOneBy(LabelPurchase, { idempotencyKey });
  if (purchase === null) refuse("NOT_FOUND", "Nothing was bought with this key.", ["input", "idempotencyKey"]);
  const bought = await manager.findBy(PurchasedPackage, { purchaseId: purchase.id });
  const purchasedPackageId = In(bought.map((pkg) => pkg.id));
  const labels = await manager.findBy(ShippingLabel, { purchasedPackageId, isRecovered: false });
  if (labels.length === 0) refuse("NOT_FOUND", "The key gave no labels.", ["input", "idempotencyKey"]);
  const inForce = labels.filter(({ isInForce }) => isInForce);
  if (inForce.length === 0)
    refuse("ALREADY_VOIDED", "The labels are voided, or about to be: do not use them.", ["input", "idempotencyKey"]);
  return inForce.map(({ id }) => id);
}
