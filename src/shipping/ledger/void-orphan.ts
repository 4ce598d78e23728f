import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import type { LoadedAccount } from "../account/load-account.js";
import { isUnwanted } from "../booking/booking-claim.js";
import { endingOf, voidUnwanted } from "../booking/void-unwanted.js";
import type { ShippingDeps } from "../deps.js";
import type { Finding } from "./finding.js";

/** `TAKEN`: a purchase holds it by now. `NO_ANSWER`: not known; asked again by the next run. */
export type OrphanEnding = "VOIDED" | "REFUSED" | "TAKEN" | "NO_ANSWER";

/** Voids one at the carrier, unless somebody has taken it over meanwhile. Repeatable; audited. */
export async function voidOrphan(deps: ShippingDeps, loaded: LoadedAccount, orphan: Finding): Promise<OrphanEnding> {
  const ending = orphan.purchaseId
    ? await voidOfPurchase(deps, loaded, orphan.purchaseId, orphan.number as string)
    : await voidOfNobody(deps, loaded, orphan);
  const { tenantId, id: accountId } = loaded.account;
  const { number, carrierReference } = orphan;
  deps.log.warn("An orphan was voided at the carrier, or not.", {
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
  const purchase = await readInTenant(deps.database, loaded.account.tenantId, (manager) =>
    manager.findOneByOrFail(LabelPurchase, { id }),
  );
  return endings[await voidUnwanted(deps, loaded, purchase, number)];
}

const endings = {
  VOIDED_UNWANTED: "VOIDED",
  VOID_OF_UNWANTED_REFUSED: "REFUSED",
  NOT_UNWANTED: "TAKEN",
  NO_ANSWER: "NO_ANSWER",
} as const;

async function voidOfNobody(deps: ShippingDeps, loaded: LoadedAccount, orphan: Finding): Promise<OrphanEnding> {
  const number = await shipmentOf(loaded, orphan.number as string);
  if (number === null) return "NO_ANSWER";
  if (!(await noteOrphan(deps, loaded, number, orphan.carrierReference))) return "TAKEN";
  const request = { shipmentIdentificationNumber: number, trackingNumbers: [] };
  const ending = endings[endingOf(await loaded.adapter.voidShipment(loaded.access, request, { purchaseId: null }))];
  if (ending === "NO_ANSWER") return ending;
  const settle = "update orphan_booking set ending = $2, ended_at = now() where number = $1";
  await inTenant(deps.database, loaded.account.tenantId, (manager) => manager.query(settle, [number, ending]));
  return ending;
}

/** The shipment that the listed number belongs to. Null: the carrier does not say, so nothing is voided. */
async function shipmentOf({ adapter, access }: LoadedAccount, trackingNumber: string): Promise<string | null> {
  const labelFormat = adapter.catalogue.labelFormats[0]!;
  const outcome = await adapter.recoverLabels(access, { labelFormat, trackingNumber }, { purchaseId: null });
  if (outcome.kind !== "ANSWERED" || outcome.value.found === "NONE" || outcome.value.found === "SEVERAL") return null;
  return outcome.value.found === "ONE" ? outcome.value.shipment.shipmentIdentificationNumber : trackingNumber;
}

/** From now on nobody takes it over. False: somebody has. */
function noteOrphan(
  deps: ShippingDeps,
  { account: { tenantId, id: accountId } }: LoadedAccount,
  number: string,
  carrierReference: string | null,
): Promise<boolean> {
  const note = `insert into orphan_booking (tenant_id, number, account_id, carrier_reference) values ($1, $2, $3, $4)
    on conflict (tenant_id, number) do nothing`;
  return inTenant(deps.database, tenantId, async (manager) => {
    if (!(await isUnwanted(manager, number))) return false;
    await manager.query(note, [tenantId, number, accountId, carrierReference]);
    return true;
  });
}
