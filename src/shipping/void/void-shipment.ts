import { type EntityManager, In, Not } from "typeorm";
import { asSending, currentBudget } from "../../admission/work.js";
import type { CallContext } from "../../carrier/account-access.js";
import { inTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import type { VoidReason } from "../../entities/values/enums.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { reach } from "../../failpoints.js";
import { loadAccount } from "../account/load-account.js";
import { scheduleCheck, stateVoidReason } from "../booking/purchase-states.js";
import { firstLookAfter } from "../claim/send-in-time.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { refusedNulls } from "../null-rule.js";
import { refuse, refuseAny, refused, settle } from "../result.js";
import { lockShipment } from "../shipment/lock-shipment.js";
import { countRepeatedVoid } from "../spend/count-spend.js";
import { loadSpendLimits } from "../spend/spend-limits.js";
import { userError } from "../user-error.js";
import { auditVoid } from "./audit-void.js";
import { packagesToVoid } from "./packages-to-void.js";
import { voidAtCarrier } from "./void-at-carrier.js";

/** The shipment by its id, or by the key its labels were bought with; `packageIds` absent: all of them; null voids nothing. */
export interface VoidInput {
  shipmentId?: string | null;
  idempotencyKey?: string | null;
  packageIds?: string[] | null;
  /** Why; absent: as stated before. */
  reason?: VoidReason | null;
}

export interface VoidResult {
  shipment: Shipment | null;
  userErrors: ShippingUserError[];
}

/**
 * Voids a shipment's labels, or those of chosen packages. Safe to repeat: what is voided stays so without an error.
 * The shipment is given also when the carrier refuses. Codes: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED, CONFLICT,
 * VOID_WINDOW_CLOSED, SPEND_LIMIT_EXCEEDED (repeated too often), CARRIER_REJECTED, CARRIER_UNAVAILABLE (the void is tried again by itself), ACCOUNT_NOT_READY.
 */
export async function voidShipment(deps: ShippingDeps, actor: Actor, input: VoidInput): Promise<VoidResult> {
  currentBudget()?.takeCall();
  const marked = await settle(() =>
    inTenant(deps.database, actor.tenantId, (manager) => markPending(deps, manager, actor, input)),
  );
  if (marked.value === null) return { shipment: null, userErrors: marked.userErrors };
  currentBudget()?.settleWhatFollows();
  const { shipmentId, purchase } = marked.value;
  if (purchase !== null) reach("void.marked", purchase.id);
  const userErrors = purchase === null ? [] : await asSending(() => askCarrier(deps, purchase));
  const shipment = await inTenant(deps.database, actor.tenantId, (manager) =>
    manager.findOneBy(Shipment, { id: shipmentId }),
  );
  return { shipment, userErrors };
}

async function askCarrier(deps: ShippingDeps, purchase: LabelPurchase): Promise<ShippingUserError[]> {
  const loaded = await loadAccount(deps, purchase.tenantId, purchase.accountId);
  if (loaded === null)
    return refused(userError("ACCOUNT_NOT_READY", "The carrier account it was bought with is gone.")).userErrors;
  return voidAtCarrier(deps, loaded, purchase, { ...leaving(deps, purchase), purchaseId: purchase.id });
}

/** From the moment that it may leave on, the worker waits for its answer; what has not left by then it sends itself. */
function leaving(deps: ShippingDeps, { tenantId, id }: LabelPurchase): Pick<CallContext, "mayLeave" | "leaveWithinMs"> {
  const note = (manager: EntityManager) => scheduleCheck(manager, id, deps.timings.reconcileAfter);
  const mayLeave = async () => {
    await inTenant(deps.database, tenantId, note);
    return true;
  };
  return { mayLeave: () => mayLeave().catch(() => false), leaveWithinMs: deps.timings.sendWithin * 1000 };
}

/** Writes down what is to be voided before the carrier is asked; `purchase` null: all of it is voided already. */
async function markPending(
  deps: ShippingDeps,
  manager: EntityManager,
  actor: Actor,
  input: VoidInput,
): Promise<{ shipmentId: string; purchase: LabelPurchase | null }> {
  if (input.packageIds === null) refuse("INVALID", "Leave it out to void all packages.", ["input", "packageIds"]);
  refuseAny(refusedNulls(input, ["reason"], ["input"]));
  const field = ["input", input.shipmentId ? "shipmentId" : "idempotencyKey"];
  const named = await namedPurchase(manager, input, field);
  const shipment = await lockShipment(manager, named?.shipmentId ?? (input.shipmentId as string), field);
  const purchase = await purchaseToVoid(manager, shipment, named, field);
  if (input.reason) await stateReason(manager, shipment.id, purchase ?? named, input.reason);
  if (purchase === null) return { shipmentId: shipment.id, purchase };
  const packages = await packagesToVoid(deps, manager, shipment, purchase, input.packageIds ?? null);
  const open = packages.filter((bought) => bought.voidState !== "VOIDED");
  if (open.length === 0) return { shipmentId: shipment.id, purchase: null };
  await manager.update(PurchasedPackage, { id: In(open.map((bought) => bought.id)) }, { voidState: "VOID_PENDING" });
  await scheduleCheck(manager, purchase.id, firstLookAfter(deps.timings));
  if (open.every(({ voidState }) => voidState !== "NOT_VOIDED"))
    await limitRepeatedVoid(deps, manager, purchase, field);
  await auditVoid(manager, actor, shipment.id, open, input.reason ?? null);
  return { shipmentId: shipment.id, purchase };
}

/** The first void of each label is always sent; the carrier's refusals and silence do not let it be asked without end. */
async function limitRepeatedVoid(
  deps: ShippingDeps,
  manager: EntityManager,
  { tenantId, accountId }: LabelPurchase,
  field: string[],
): Promise<void> {
  const limits = await loadSpendLimits(manager, deps.spendLimits, accountId);
  await countRepeatedVoid(manager, tenantId, accountId, limits, field);
}

/** Of labels that are voided already too: that is how a reason is added or corrected later. */
async function stateReason(
  manager: EntityManager,
  shipmentId: string,
  named: LabelPurchase | null,
  reason: VoidReason,
): Promise<void> {
  const last = {
    where: { shipmentId, state: "PURCHASED" as const },
    order: { startedAt: "DESC", id: "DESC" } as const,
  };
  const purchase = named ?? (await manager.findOne(LabelPurchase, last));
  if (purchase !== null) await stateVoidReason(manager, purchase, reason);
}

/** The purchase that the key names; null when the shipment is given by its id. */
async function namedPurchase(
  manager: EntityManager,
  { shipmentId, idempotencyKey }: VoidInput,
  field: string[],
): Promise<LabelPurchase | null> {
  if (shipmentId && idempotencyKey) refuse("INVALID", "Give either the shipment's id or a key, not both.", field);
  if (shipmentId) return null;
  if (!idempotencyKey)
    refuse("REQUIRED", "Give the shipment's id, or the key it was bought with.", ["input", "shipmentId"]);
  const purchase = await manager.findOneBy(LabelPurchase, { idempotencyKey });
  if (purchase === null) refuse("NOT_FOUND", "Nothing was bought with this key.", field);
  return purchase;
}

/**
 * The purchase whose labels are in force; null when all of them are voided already. A key names one purchase: labels
 * bought later with another key stay.
 */
async function purchaseToVoid(
  manager: EntityManager,
  shipment: Shipment,
  named: LabelPurchase | null,
  field: string[],
): Promise<LabelPurchase | null> {
  if (named === null && shipment.status === "DRAFT") refuse("NOT_ALLOWED", "A draft has no labels to void.", field);
  if (named === null && shipment.status === "VOIDED") return null;
  const by = named
    ? { id: named.id }
    : { shipmentId: shipment.id, state: Not(In(["REJECTED", "NOT_CREATED"] as const)) };
  const purchase = await manager.findOne(LabelPurchase, { where: by, order: { startedAt: "DESC", id: "DESC" } });
  if (purchase?.state === "PURCHASED") return purchase.voidedAt === null ? purchase : null;
  if (purchase?.state === "REJECTED" || purchase?.state === "NOT_CREATED")
    refuse("NOT_ALLOWED", "Nothing was bought with this key.", field);
  refuse("CONFLICT", "The shipment is being bought: void it when its purchase has ended.", field);
}
