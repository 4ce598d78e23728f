import { type EntityManager, In, IsNull } from "typeorm";
import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { loadAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { Refusal, refused, settle } from "../result.js";
import { lockShipment } from "../shipment/lock-shipment.js";
import { userError } from "../user-error.js";
import { scheduleCheck } from "./schedule-check.js";
import { voidAtCarrier } from "./void-at-carrier.js";

/** The shipment by its id, or by the key its labels were bought with; `packageIds` absent or empty: all of them. */
export interface VoidInput {
  shipmentId?: string | null;
  idempotencyKey?: string | null;
  packageIds?: string[] | null;
}

export interface VoidResult {
  shipment: Shipment | null;
  userErrors: ShippingUserError[];
}

/**
 * Voids a shipment's labels, or those of chosen packages. Safe to repeat: what is voided stays so without an error.
 * The shipment is given also when the carrier refuses. Codes: NOT_FOUND, NOT_ALLOWED, CONFLICT, VOID_WINDOW_CLOSED,
 * CARRIER_REJECTED, CARRIER_UNAVAILABLE (the void is tried again by itself), ACCOUNT_NOT_READY.
 */
export async function voidShipment(deps: ShippingDeps, actor: Actor, input: VoidInput): Promise<VoidResult> {
  const marked = await settle(() =>
    inTenant(deps.database, actor.tenantId, (manager) => markPending(deps, manager, input)),
  );
  if (marked.value === null) return { shipment: null, userErrors: marked.userErrors };
  const { shipmentId, purchase } = marked.value;
  const userErrors = purchase === null ? [] : await askCarrier(deps, purchase);
  const shipment = await inTenant(deps.database, actor.tenantId, (manager) =>
    manager.findOneBy(Shipment, { id: shipmentId }),
  );
  return { shipment, userErrors };
}

async function askCarrier(deps: ShippingDeps, purchase: LabelPurchase): Promise<ShippingUserError[]> {
  const loaded = await loadAccount(deps, purchase.tenantId, purchase.accountId);
  if (loaded === null)
    return refused(userError("ACCOUNT_NOT_READY", "The carrier account it was bought with is gone.")).userErrors;
  return voidAtCarrier(deps, loaded, purchase);
}

/** Writes down what is to be voided before the carrier is asked; `purchase` null: all of it is voided already. */
async function markPending(
  deps: ShippingDeps,
  manager: EntityManager,
  input: VoidInput,
): Promise<{ shipmentId: string; purchase: LabelPurchase | null }> {
  const field = ["input", input.shipmentId ? "shipmentId" : "idempotencyKey"];
  const shipment = await lockShipment(manager, await shipmentIdOf(manager, input, field), field);
  if (shipment.status === "VOIDED") return { shipmentId: shipment.id, purchase: null };
  const purchase = await livePurchase(manager, shipment, field);
  const packages = await chosenPackages(manager, purchase, input.packageIds ?? []);
  const open = packages.filter((bought) => bought.voidState !== "VOIDED");
  if (open.length === 0) return { shipmentId: shipment.id, purchase: null };
  await manager.update(PurchasedPackage, { id: In(open.map((bought) => bought.id)) }, { voidState: "VOID_PENDING" });
  await scheduleCheck(deps, manager, purchase, deps.timings.reconcileAfter);
  return { shipmentId: shipment.id, purchase };
}

async function shipmentIdOf(
  manager: EntityManager,
  { shipmentId, idempotencyKey }: VoidInput,
  field: string[],
): Promise<string> {
  if (shipmentId) return shipmentId;
  if (!idempotencyKey)
    throw new Refusal([
      userError("REQUIRED", "Give the shipment's id, or the key it was bought with.", ["input", "shipmentId"]),
    ]);
  const purchase = await manager.findOneBy(LabelPurchase, { idempotencyKey });
  if (purchase === null) throw new Refusal([userError("NOT_FOUND", "Nothing was bought with this key.", field)]);
  return purchase.shipmentId;
}

async function livePurchase(manager: EntityManager, shipment: Shipment, field: string[]): Promise<LabelPurchase> {
  if (shipment.status === "DRAFT")
    throw new Refusal([userError("NOT_ALLOWED", "A draft has no labels to void.", field)]);
  const purchase = await manager.findOneBy(LabelPurchase, {
    shipmentId: shipment.id,
    state: "PURCHASED",
    voidedAt: IsNull(),
  });
  if (shipment.status === "PURCHASING" || purchase === null) {
    throw new Refusal([
      userError("CONFLICT", "The shipment is being bought: void it when its purchase has ended.", field),
    ]);
  }
  return purchase;
}

async function chosenPackages(
  manager: EntityManager,
  purchase: LabelPurchase,
  packageIds: string[],
): Promise<PurchasedPackage[]> {
  const bought = await manager.findBy(PurchasedPackage, { purchaseId: purchase.id });
  const unknown = packageIds.flatMap((id, index) => (bought.some((one) => one.packageId === id) ? [] : [index]));
  if (unknown.length > 0) {
    throw new Refusal(
      unknown.map((index) =>
        userError("NOT_FOUND", "The shipment has no such package.", ["input", "packageIds", index]),
      ),
    );
  }
  return packageIds.length === 0 ? bought : bought.filter((one) => packageIds.includes(one.packageId));
}
