import { type EntityManager, IsNull } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import type { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { Refusal } from "../result.js";
import { userError } from "../user-error.js";

/** What went out with labels that are in force. */
export interface Outbound {
  purchase: LabelPurchase;
  /** Places of its packages among the shipment's, from 0. */
  indexes: number[];
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
  const inForce = ids.filter((id) => bought.some((one) => one.packageId === id && isInForce(one)));
  if (packageIds !== null) refuseUnknown(packageIds, ids, inForce);
  if (inForce.length === 0) throw notAllowed("Its labels are being voided.");
  const chosen = packageIds === null ? inForce : inForce.filter((id) => packageIds.includes(id));
  return { purchase, indexes: chosen.map((id) => ids.indexOf(id)) };
}

const isInForce = ({ voidState }: PurchasedPackage) => voidState === "NOT_VOIDED" || voidState === "VOID_REFUSED";
const notAllowed = (message: string) => new Refusal([userError("NOT_ALLOWED", message, outboundField)]);

function refuseUnreturnable({ status, returnService }: Shipment): void {
  if (returnService !== null) throw notAllowed("It is a return itself.");
  if (status === "PURCHASING")
    throw new Refusal([userError("CONFLICT", "It is being bought: its return comes after it.", outboundField)]);
  if (status !== "PURCHASED") throw notAllowed("Nothing went out with it: it has no labels in force.");
}

function refuseUnknown(packageIds: string[], all: string[], inForce: string[]): void {
  const errors = packageIds.flatMap((id, index) => {
    const field = ["input", "packageIds", index];
    if (!all.includes(id)) return [userError("NOT_FOUND", "The shipment has no such package.", field)];
    return inForce.includes(id) ? [] : [userError("ALREADY_VOIDED", "Its label is voided: it did not go out.", field)];
  });
  if (errors.length > 0) throw new Refusal(errors);
}
