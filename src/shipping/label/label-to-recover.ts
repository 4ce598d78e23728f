import { type EntityManager, IsNull } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import { ShipmentPackage } from "../../entities/shipment-package.js";
import { ShippingLabel } from "../../entities/shipping-label.js";
import { isInForce } from "../is-in-force.js";
import { refuse } from "../result.js";

/** What is to be recovered: exactly one of the three. */
export interface RecoverChoice {
  labelId?: string | null;
  packageId?: string | null;
  shipmentId?: string | null;
}

export const erasedLabel = "The label's file was erased with the shipment's personal data.";

/** Bought packages whose labels are in force; `all`: every one of the purchase. */
export interface ToRecover {
  purchase: LabelPurchase;
  wanted: PurchasedPackage[];
  all: PurchasedPackage[];
  /** Where in the input they are named. */
  field: string[];
}

/** Throws a `Refusal`: REQUIRED, INVALID, NOT_FOUND, NOT_ALLOWED, CONFLICT, ALREADY_VOIDED, PERSONAL_DATA_ERASED. */
export async function labelsToRecover(manager: EntityManager, choice: RecoverChoice): Promise<ToRecover> {
  const { part, id } = onlyChoice(choice);
  const field = ["input", part];
  if (part === "labelId") return { ...(await ofLabel(manager, id, field)), field };
  if (part === "packageId") {
    const pkg = await manager.findOneBy(ShipmentPackage, { id });
    if (pkg === null) refuse("NOT_FOUND", `There is no package ${id}.`, field);
    const { purchase, all } = await ofShipment(manager, pkg.shipmentId, field);
    const ofPackage = all.filter((bought) => bought.packageId === id);
    return { purchase, all, wanted: inForce(ofPackage, field), field };
  }
  const { purchase, all } = await ofShipment(manager, id, field);
  return { purchase, all, wanted: inForce(all, field), field };
}

function onlyChoice(choice: RecoverChoice): { part: keyof RecoverChoice; id: string } {
  const parts = (["labelId", "packageId", "shipmentId"] as const).filter((part) => choice[part]);
  const [part] = parts;
  if (part === undefined) refuse("REQUIRED", "Give a label, a package or a shipment.", ["input", "labelId"]);
  if (parts.length > 1) refuse("INVALID", "Give only one of them.", ["input", parts[1] as string]);
  return { part, id: choice[part] as string };
}

async function ofLabel(manager: EntityManager, id: string, field: string[]): Promise<Omit<ToRecover, "field">> {
  const label = await manager.findOneBy(ShippingLabel, { id });
  if (label === null) refuse("NOT_FOUND", `There is no label ${id}.`, field);
  if (label.erasedAt !== null) refuse("PERSONAL_DATA_ERASED", erasedLabel, field);
  const bought = await manager.findOneByOrFail(PurchasedPackage, { id: label.purchasedPackageId });
  const purchase = await manager.findOneByOrFail(LabelPurchase, { id: bought.purchaseId });
  const all = await manager.findBy(PurchasedPackage, { purchaseId: purchase.id });
  return { purchase, all, wanted: inForce([bought], field) };
}

/** The shipment's purchase in force. */
async function ofShipment(
  manager: EntityManager,
  id: string,
  field: string[],
): Promise<Pick<ToRecover, "purchase" | "all">> {
  const shipment = await manager.findOneBy(Shipment, { id });
  if (shipment === null) refuse("NOT_FOUND", `There is no shipment ${id}.`, field);
  if (shipment.erasedAt !== null) refuse("PERSONAL_DATA_ERASED", erasedLabel, field);
  if (shipment.status === "PURCHASING")
    refuse("CONFLICT", "It is being bought: its outcome is looked up automatically.", field);
  if (shipment.status === "DRAFT") refuse("NOT_ALLOWED", "Nothing is bought: there is no label.", field);
  const purchase = await manager.findOneBy(LabelPurchase, { shipmentId: id, state: "PURCHASED", voidedAt: IsNull() });
  if (purchase === null) refuse("ALREADY_VOIDED", "Its labels are voided: do not use them.", field);
  const all = await manager.find(PurchasedPackage, { where: { purchaseId: purchase.id }, order: { id: "ASC" } });
  return { purchase, all };
}

function inForce(packages: PurchasedPackage[], field: string[]): PurchasedPackage[] {
  const usable = packages.filter(isInForce);
  if (usable.length === 0) refuse("ALREADY_VOIDED", "The label is voided, or about to be: do not use it.", field);
  return usable;
}

/**
 * What was voided or erased while the carrier was asked is not kept. Throws a `Refusal` ALREADY_VOIDED,
 * PERSONAL_DATA_ERASED; nothing is voided or erased after it.
 */
export async function refuseVoidedMeanwhile(
  manager: EntityManager,
  { purchase, wanted, all, field }: ToRecover,
  { isForAllPackages }: { isForAllPackages: boolean },
): Promise<void> {
  const lock = "select erased_at from shipment where id = $1 for no key update";
  const [shipment] = (await manager.query(lock, [purchase.shipmentId])) as { erased_at: Date | null }[];
  if (shipment!.erased_at !== null) refuse("PERSONAL_DATA_ERASED", erasedLabel, field);
  const inside = isForAllPackages ? all.filter(isInForce) : wanted;
  const now = await manager.findBy(PurchasedPackage, { purchaseId: purchase.id });
  const isVoided = inside.some(({ id }) => now.some((pkg) => pkg.id === id && !isInForce(pkg)));
  if (isVoided) refuse("ALREADY_VOIDED", "It was voided while the carrier was asked: do not use its label.", field);
}
