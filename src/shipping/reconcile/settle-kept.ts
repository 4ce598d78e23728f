import { inTenant, readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { DocumentUpload } from "../../entities/document-upload.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import type { EntryKey, EntryKind } from "../../journal/journal.js";
import { type CallRow, insertCalls } from "../account/call-log.js";
import { adapterOf } from "../account/load-account.js";
import { settleUnwanted, type UnwantedSettlement } from "../booking/void-unwanted.js";
import type { ShippingDeps } from "../deps.js";
import { storeUpload, type UploadAnswer } from "../document/store-upload.js";
import { findPurchase } from "../find-purchase.js";
import { type PurchaseAnswer, settlePurchase } from "../purchase/settle-purchase.js";
import { settleVoid, type VoidSettlement } from "../void/settle-void.js";

/** Stores one answer as whoever got it would have. False: there is no such row. */
type Store = (deps: ShippingDeps, key: EntryKey, answer: never) => Promise<boolean>;

/**
 * Stores what was answered while the database was away, or just before a process died: as whoever was answered would
 * have, so that what ended meanwhile, by recovery or by a person, stays. Throws while the database is away.
 */
export function settleKept(deps: ShippingDeps): Promise<void> {
  return deps.journal.settleLeft(async (key, answer) => {
    const settled = (await isStored(deps, key, answer)) ? "DONE" : "NOBODYS";
    if (key.kind !== "CALL")
      deps.log.info("An answer that was kept is settled.", { kind: key.kind, id: key.id, settled });
    return settled;
  });
}

const foreignKeyViolation = "23503";

async function isStored(deps: ShippingDeps, key: EntryKey, answer: unknown): Promise<boolean> {
  try {
    return await stores[key.kind](deps, key, answer as never);
  } catch (error) {
    if ((error as { code?: unknown }).code !== foreignKeyViolation) throw error;
    return false;
  }
}

/** The purchase that it is about, for `store`. */
const ofPurchase =
  <A>(store: (deps: ShippingDeps, purchase: LabelPurchase, answer: A) => Promise<unknown>) =>
  async (deps: ShippingDeps, { tenantId, id }: EntryKey, answer: A): Promise<boolean> => {
    const purchase = await findPurchase(deps, { tenantId, subject: "worker" }, { id });
    if (purchase !== null) await store(deps, purchase, answer);
    return purchase !== null;
  };

const storePurchase = async (deps: ShippingDeps, purchase: LabelPurchase, answer: PurchaseAnswer): Promise<void> => {
  const account = await readInTenant(deps.database, purchase.tenantId, (manager) =>
    manager.findOneByOrFail(CarrierAccount, { id: purchase.accountId }),
  );
  await settlePurchase(deps, purchase, adapterOf(deps, account), answer);
};

/** After a restore, or a failover that lost it: the carrier may bill what nobody here knows of. */
const storeShip = async (deps: ShippingDeps, key: EntryKey, answer: PurchaseAnswer): Promise<boolean> => {
  const isKnown = await ofPurchase(storePurchase)(deps, key, answer);
  if (isKnown || answer.outcome.kind !== "ANSWERED") return true;
  const number = answer.outcome.value.shipmentIdentificationNumber;
  deps.log.error("The carrier booked a purchase that the database does not know.", { purchaseId: key.id, number });
  return false;
};

/** A claim that is gone was given back, or taken over and ended: the carrier's copy does no harm. */
const storeUploaded = (deps: ShippingDeps, { tenantId, id }: EntryKey, answer: UploadAnswer): Promise<boolean> =>
  inTenant(deps.database, tenantId, async (manager) => {
    const claim = await manager.findOneBy(DocumentUpload, { id });
    if (claim !== null) await storeUpload(manager, claim, answer);
    return true;
  });

const storeCall = async (deps: ShippingDeps, { tenantId }: EntryKey, row: CallRow): Promise<boolean> => {
  await insertCalls(deps.database, tenantId, [row]);
  return true;
};

const stores: Record<EntryKind, Store> = {
  SHIP: storeShip,
  UPLOAD: storeUploaded,
  VOID_UNWANTED: ofPurchase<UnwantedSettlement>(settleUnwanted),
  VOID: ofPurchase<VoidSettlement>(settleVoid),
  CALL: storeCall,
};
