import { type EntityManager, In, Not } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import type { Shipment } from "../../entities/shipment.js";
import { adapterOf } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { Refusal, refuse } from "../result.js";
import { userError } from "../user-error.js";

type VoidState = PurchasedPackage["voidState"];

/** The chosen packages, or all. Throws a `Refusal`: REQUIRED, NOT_FOUND, NOT_ALLOWED. */
export async function packagesToVoid(
  deps: ShippingDeps,
  manager: EntityManager,
  shipment: Shipment,
  purchase: LabelPurchase,
  packageIds: string[] | null,
): Promise<PurchasedPackage[]> {
  const packages = await chosenPackages(manager, purchase, packageIds);
  if (packageIds !== null) await refusePartOfWhole(deps, manager, shipment, purchase, packages);
  return packages;
}

/** Where the carrier voids the whole only, chosen packages must be all that are in force. */
async function refusePartOfWhole(
  deps: ShippingDeps,
  manager: EntityManager,
  shipment: Shipment,
  purchase: LabelPurchase,
  chosen: PurchasedPackage[],
): Promise<void> {
  const account = await manager.findOneByOrFail(CarrierAccount, { id: purchase.accountId });
  if (adapterOf(deps, account).isVoidedByPackage(shipment)) return;
  const stillLive = {
    purchaseId: purchase.id,
    id: Not(In(chosen.map((pkg) => pkg.id))),
    voidState: Not<VoidState>("VOIDED"),
  };
  if (!(await manager.existsBy(PurchasedPackage, stillLive))) return;
  const message = "The carrier voids this shipment as a whole only: leave packageIds out.";
  refuse("NOT_ALLOWED", message, ["input", "packageIds"]);
}

async function chosenPackages(
  manager: EntityManager,
  purchase: LabelPurchase,
  packageIds: string[] | null,
): Promise<PurchasedPackage[]> {
  const bought = await manager.findBy(PurchasedPackage, { purchaseId: purchase.id });
  if (packageIds === null) return bought;
  // A form with nothing ticked means nothing, not everything.
  if (packageIds.length === 0) refuse("REQUIRED", "No package is chosen.", ["input", "packageIds"]);
  const unknown = packageIds.flatMap((id, index) => (bought.some((pkg) => pkg.packageId === id) ? [] : [index]));
  if (unknown.length > 0) {
    throw new Refusal(
      unknown.map((index) =>
        userError("NOT_FOUND", "The shipment has no such package.", ["input", "packageIds", index]),
      ),
    );
  }
  return bought.filter((pkg) => packageIds.includes(pkg.packageId));
}
