import { type EntityManager, IsNull } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import type { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { isInForce } from "../is-in-force.js";
import { refuse, refuseAny } from "../result.js";
import { userError } from "../user-error.js";

/** What went out with labels that are in force. */
export interface Outbound {
  purchase: LabelPurchase;
  /** Places of its packages among the shipment's, from 0. */
  indexes: number[];
  packageIds: string[];
}

const outboundField = ["input", "outboundShipmentId"];

/** The chosen packages of a locked shipment, in its order. Throws a `Refusal`: NOT_ALLOWED, CONFLICT, NOT_FOUND, ALREADY_VOIDED. */
export async function outboundPackages(
  manager: EntityManager,
  shipment: Shipment,
  packageIds: string[] | null,
): Promise<Outbound> {
  refuseUnreturnable(shipment);
  const by = { shipmentId: shipment.id, state: "PURCHASED" as const, voidedAt: IsNull() };
  const purchase = await manager.findOneByOrFail(LabelPurchase, by);
  const bought = await manager.findBy(PurchasedPackage, { purchaseId: purchase.id });
  const all = await manager.find(ShipmentPackage, {
    where: { shipmentId: shipment.id },
    order: { sequence: "ASC" },
    select: { tenantId: true, id: true },
  });
  const ids = all.map((pkg) => pkg.id);
  const inForce = ids.filter((id) => bought.some((pkg) => pkg.packageId === id && isInForce(pkg)));
  if (packageIds !== null) refuseUnknown(packageIds, ids, inForce);
  if (inForce.length === 0) refuse("NOT_ALLOWED", "Its labels are being voided.", outboundField);
  const chosen = packageIds === null ? inForce : inForce.filter((id) => packageIds.includes(id));
  return { purchase, indexes: chosen.map((id) => ids.indexOf(id)), packageIds: chosen };
}

function refuseUnreturnable({ status, returnService }: Shipment): void {
  if (returnService !== null) refuse("NOT_ALLOWED", "It is a return itself.", outboundField);
  if (status === "PURCHASING") refuse("CONFLICT", "It is being bought: its return comes after it.", outboundField);
  if (status !== "PURCHASED")
    refuse("NOT_ALLOWED", "Nothing went out with it: it has no labels in force.", outboundField);
}

function refuseUnknown(packageIds: string[], all: string[], inForce: string[]): void {
  const errors = packageIds.flatMap((id, index) => {
    const field = ["input", "packageIds", index];
    if (!all.includes(id)) return [userError("NOT_FOUND", "The shipment has no such package.", field)];
    return inForce.includes(id) ? [] : [userError("ALREADY_VOIDED", "Its label is voided: it did not go out.", field)];
  });
  refuseAny(errors);
}
