import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { DocumentUpload } from "../../entities/document-upload.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import type { EntryKey, EntryKind, Settled } from "../../journal/journal.js";
import { type CallRow, insertCalls } from "../account/call-log.js";
import { adapterOf } from "../account/load-account.js";
import { settleUnwanted, type UnwantedSettlement } from "../booking/void-unwanted.js";
import type { ShippingDeps } from "../deps.js";
import { storeUpload, type UploadAnswer } from "../document/store-upload.js";
import { findPurchase } from "../find-purchase.js";
import { type PurchaseAnswer, settlePurchase } from "../purchase/settle-purchase.js";
import { ownAmong, settleVoid, type VoidSettlement } from "../void/settle-void.js";

/** Stores one answer as whoever got it would have. */
type Store = (deps: ShippingDeps, key: EntryKey, answer: never) => Promise<Settled>;

/**
 * Stores what was answered while the database was away, or just before a process died: as whoever was answered would
 * have, so that what ended meanwhile, by recovery or by a person, stays. After a restore or a failover the database may be
 * older than the answer: then it waits until the purchase is what it was, or is set aside. Throws while the database is away.
 */
export function settleKept(deps: ShippingDeps): Promise<void> {
  return deps.journal.settleLeft(async (key, answer) => {
    const settled = await store(deps, key, answer);
    if (key.kind !== "CALL" && settled !== "WAITING")
      deps.log.info("An answer that was kept is settled.", { kind: key.kind, id: key.id, settled });
    return settled;
  });
}

const foreignKeyViolation = "23503";

async function store(deps: ShippingDeps, key: EntryKey, answer: unknown): Promise<Settled> {
  try {
    return await stores[key.kind](deps, key, answer as never);
  } catch (error) {
    if ((error as { code?: unknown }).code !== foreignKeyViolation) throw error;
    return "NOBODYS";
  }
}

const purchaseOf = (deps: ShippingDeps, { tenantId, id }: EntryKey): Promise<LabelPurchase | null> =>
  findPurchase(deps, { tenantId, subject: "worker" }, { id });

const storePurchase = async (deps: ShippingDeps, purchase: LabelPurchase, answer: PurchaseAnswer): Promise<void> => {
  const account = await readInTenant(deps.database, purchase.tenantId, (manager) =>
    manager.findOneByOrFail(CarrierAccount, { id: purchase.accountId }),
  );
  await settlePurchase(deps, purchase, adapterOf(deps, account), answer);
};

/** After a restore, or a failover that lost it: the carrier may bill what nobody here knows of. */
const storeShip = async (deps: ShippingDeps, key: EntryKey, answer: PurchaseAnswer): Promise<Settled> => {
  const purchase = await purchaseOf(deps, key);
  if (purchase !== null) await storePurchase(deps, purchase, answer);
  if (purchase !== null || answer.outcome.kind !== "ANSWERED") return "DONE";
  const number = answer.outcome.value.shipmentIdentificationNumber;
  deps.log.error("The carrier booked a purchase that the database does not know.", { purchaseId: key.id, number });
  return "NOBODYS";
};

/** Labels can have been voided only of what is bought: a purchase that is open again is found again first. */
const storeVoid = async (deps: ShippingDeps, key: EntryKey, answer: VoidSettlement): Promise<Settled> => {
  const purchase = await purchaseOf(deps, key);
  if (purchase !== null && isOpen(purchase)) return "WAITING";
  const isKnown = purchase?.state === "PURCHASED" && (await holdsAll(deps, purchase, answer));
  if (isKnown) {
    await settleVoid(deps, purchase, answer);
    return "DONE";
  }
  const numbers = answer.voided.map(({ trackingNumber }) => trackingNumber);
  deps.log.error("The carrier answered to a void of labels that the database does not know.", {
    purchaseId: key.id,
    state: purchase?.state ?? null,
    voided: numbers,
  });
  return "NOBODYS";
};

const isOpen = ({ state }: LabelPurchase) => state === "PENDING" || state === "UNKNOWN";

async function holdsAll(
  deps: ShippingDeps,
  { tenantId, id }: LabelPurchase,
  { voided, refused }: VoidSettlement,
): Promise<boolean> {
  const bought = await readInTenant(deps.database, tenantId, (manager) =>
    manager.findBy(PurchasedPackage, { purchaseId: id }),
  );
  return ownAmong(bought, [...voided, ...refused]).length === voided.length + refused.length;
}

/** Only of what has ended a booking is unwanted, and never the one that a purchase holds: the database is older then. */
const storeUnwanted = async (deps: ShippingDeps, key: EntryKey, answer: UnwantedSettlement): Promise<Settled> => {
  const purchase = await purchaseOf(deps, key);
  if (purchase !== null && isOpen(purchase)) return "WAITING";
  if (purchase !== null && (await settleUnwanted(deps, purchase, answer))) return "DONE";
  const { number, ending } = answer;
  deps.log.error("The carrier answered to the void of a booking that the database does not know as unwanted.", {
    ...{ purchaseId: key.id, number, ending },
  });
  return "NOBODYS";
};

/** A claim that is gone was given back, or taken over and ended: the carrier's copy does no harm. */
const storeUploaded = (deps: ShippingDeps, { tenantId, id }: EntryKey, answer: UploadAnswer): Promise<Settled> =>
  inTenant<Settled>(deps.database, tenantId, async (manager) => {
    const claim = await manager.findOneBy(DocumentUpload, { id });
    if (claim !== null) await storeUpload(manager, claim, answer);
    return "DONE";
  });

const storeCall = async (deps: ShippingDeps, { tenantId }: EntryKey, row: CallRow): Promise<Settled> => {
  await insertCalls(deps.database, tenantId, [row]);
  return "DONE";
};

const stores: Record<EntryKind, Store> = {
  SHIP: storeShip,
  UPLOAD: storeUploaded,
  VOID_UNWANTED: storeUnwanted,
  VOID: storeVoid,
  CALL: storeCall,
};
