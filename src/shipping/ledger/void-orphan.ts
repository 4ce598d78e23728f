import { readInTenant } from "../../database/tenant-transaction.js";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import type { LoadedAccount } from "../account/load-account.js";
import { endingOf, voidUnwanted } from "../booking/void-unwanted.js";
import type { ShippingDeps } from "../deps.js";
import type { Finding } from "./finding.js";
import { noteOrphan, settleOrphan } from "./orphan-notes.js";

/** `TAKEN`: a purchase holds it by now. `NO_ANSWER`: not known; asked again by the next run. */
export type OrphanEnding = "VOIDED" | "REFUSED" | "TAKEN" | "NO_ANSWER";

/** Voids one at the carrier, unless somebody has taken it over meanwhile. Repeatable; audited. */
export async function voidOrphan(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  orphan: Finding,
  owners: CarrierAccount[],
): Promise<OrphanEnding> {
  const ending = orphan.purchaseId
    ? await voidOfPurchase(deps, loaded, orphan.purchaseId, orphan.number as string)
    : await voidOfNobody(deps, loaded, orphan, owners);
  const { tenantId, id: accountId } = loaded.account;
  const { number, carrierReference } = orphan;
  deps.log.warn("The void of an orphan has ended.", {
    tenantId,
    accountId,
    number,
    carrierReference,
    ending,
  });
  return ending;
}

async function voidOfPurchase(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  id: string,
  number: string,
): Promise<OrphanEnding> {
  // A list may name a booking by another number than that which a purchase holds.
  const shipment = await shipmentOf(loaded, number);
  if (shipment === null) return "NO_ANSWER";
  const purchase = await readInTenant(deps.database, loaded.account.tenantId, (manager) =>
    manager.findOneByOrFail(LabelPurchase, { id }),
  );
  return endings[await voidUnwanted(deps, loaded, purchase, shipment)];
}

const endings = {
  VOIDED_UNWANTED: "VOIDED",
  VOID_OF_UNWANTED_REFUSED: "REFUSED",
  NOT_UNWANTED: "TAKEN",
  NO_ANSWER: "NO_ANSWER",
} as const;

/** `owners`: all who ship with the account that it bears; any of them may have bought it. */
async function voidOfNobody(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  orphan: Finding,
  owners: CarrierAccount[],
): Promise<OrphanEnding> {
  const number = await shipmentOf(loaded, orphan.number as string);
  if (number === null) return "NO_ANSWER";
  const { carrierReference } = orphan;
  if (!(await noteOrphan(deps, owners, { number, carrierReference }))) return "TAKEN";
  const request = { shipmentIdentificationNumber: number, trackingNumbers: [] };
  const ending = endings[endingOf(await loaded.adapter.voidShipment(loaded.access, request, { purchaseId: null }))];
  if (ending !== "NO_ANSWER") await settleOrphan(deps, owners, number, ending);
  return ending;
}

/** The shipment that the listed number belongs to. Null: the carrier does not say, so nothing is voided. */
async function shipmentOf({ adapter, access }: LoadedAccount, trackingNumber: string): Promise<string | null> {
  const labelFormat = adapter.catalogue.labelFormats[0]!;
  const outcome = await adapter.recoverLabels(access, { labelFormat, trackingNumber }, { purchaseId: null });
  if (outcome.kind !== "ANSWERED" || outcome.value.found === "NONE" || outcome.value.found === "SEVERAL") return null;
  return outcome.value.found === "ONE" ? outcome.value.shipment.shipmentIdentificationNumber : trackingNumber;
}
