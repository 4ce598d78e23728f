import type { CallContext } from "../../carrier/account-access.js";
import type { VoidAnswer } from "../../carrier/shipping.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { reach } from "../../failpoints.js";
import { holding } from "../../journal/journal.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { failureErrors } from "../failure-errors.js";
import { carrierMessages, userError } from "../user-error.js";
import { settleVoid, type VoidSettlement } from "./settle-void.js";
import { shownAsVoided } from "./verify-void.js";

/**
 * Asks the carrier to void what is VOID_PENDING in the purchase, and writes its answer down. Repeatable: the carrier
 * calls what is voided already voided. Without a clear answer it stays pending and is asked again by the worker.
 */
export async function voidAtCarrier(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  purchase: LabelPurchase,
  call: CallContext = { purchaseId: purchase.id },
): Promise<ShippingUserError[]> {
  const packages = await readInTenant(deps.database, purchase.tenantId, (manager) =>
    manager.findBy(PurchasedPackage, { purchaseId: purchase.id }),
  );
  const pending = packages.filter((pkg) => pkg.voidState === "VOID_PENDING");
  if (pending.length === 0) return [];
  // What the carrier voids as a whole only is asked so again, also where it was voided in part.
  const isWhole = pending.length === packages.length || !(await isPackageVoidAllowed(deps, loaded, purchase));
  const groups = isWhole ? [pending] : chunks(pending, loaded.adapter.limits.voidsAtOnce);
  const errors: ShippingUserError[] = [];
  for (const group of groups) errors.push(...(await voidGroup(deps, loaded, purchase, group, isWhole, call)));
  return errors;
}

async function voidGroup(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  purchase: LabelPurchase,
  group: PurchasedPackage[],
  isWhole: boolean,
  call: CallContext,
): Promise<ShippingUserError[]> {
  const shipmentIdentificationNumber = purchase.shipmentIdentificationNumber as string;
  const trackingNumbers = isWhole ? [] : group.map((pkg) => pkg.trackingNumber);
  const request = { shipmentIdentificationNumber, trackingNumbers };
  const outcome = await loaded.adapter.voidShipment(loaded.access, request, call);
  reach("void.answered", purchase.id);
  if (outcome.kind === "ANSWERED") {
    const refusedOnes = group.filter((pkg) => !isVoided(outcome.value, pkg.trackingNumber));
    await keepAndSettle(deps, purchase, {
      voided: group.filter((pkg) => !refusedOnes.includes(pkg)),
      refused: refusedOnes,
      messages: carrierMessages(outcome.messages),
    });
    return refusedOnes.map((pkg) => userError("CARRIER_REJECTED", `The carrier did not void ${pkg.trackingNumber}.`));
  }
  if (outcome.kind !== "REJECTED") return failureErrors(outcome);
  const reason = loaded.adapter.voidRefusalReason(outcome.messages);
  const isSure = reason === "NEVER" || reason === "AS_A_WHOLE_ONLY";
  // Anything else may be said of what was voided before, by a try whose answer was lost.
  const voided = isSure ? [] : await shownAsVoided(loaded, purchase, group);
  if (voided === null)
    return [
      userError(
        "CARRIER_UNAVAILABLE",
        "Whether it is voided is not known yet: the carrier is asked again automatically.",
      ),
    ];
  const refused = group.filter((pkg) => !voided.includes(pkg));
  await keepAndSettle(deps, purchase, { voided, refused, messages: carrierMessages(outcome.messages) });
  if (refused.length === 0) return [];
  if (reason === null) return failureErrors(outcome);
  return outcome.messages.map(({ text, code }) => userError(errorCodes[reason], text, null, code));
}

/** What the carrier did is kept until it is stored. */
function keepAndSettle(deps: ShippingDeps, purchase: LabelPurchase, settlement: VoidSettlement): Promise<void> {
  const key = { kind: "VOID", tenantId: purchase.tenantId, id: purchase.id } as const;
  return holding(deps.journal, key, settlement, () => settleVoid(deps, purchase, settlement));
}

const errorCodes = {
  WINDOW_CLOSED: "VOID_WINDOW_CLOSED",
  AS_A_WHOLE_ONLY: "NOT_ALLOWED",
  NEVER: "NOT_ALLOWED",
} as const;

async function isPackageVoidAllowed(deps: ShippingDeps, { adapter }: LoadedAccount, purchase: LabelPurchase) {
  const shipment = await readInTenant(deps.database, purchase.tenantId, (manager) =>
    manager.findOneByOrFail(Shipment, { id: purchase.shipmentId }),
  );
  return adapter.isVoidedByPackage(shipment);
}

function isVoided(answer: VoidAnswer, trackingNumber: string): boolean {
  return answer.packages.find((pkg) => pkg.trackingNumber === trackingNumber)?.isVoided ?? answer.isVoided;
}

function chunks<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
