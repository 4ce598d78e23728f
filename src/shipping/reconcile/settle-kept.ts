import { readInTenant } from "../../database/tenant-transaction.js";
import { CarrierAccount } from "../../entities/carrier-account.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import type { EntryKey, EntryKind, Settled } from "../../journal/journal.js";
import { type CallRow, insertCalls } from "../account/call-log.js";
import { adapterOf } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { type PurchaseAnswer, settlePurchase } from "../purchase/settle-purchase.js";

type Settle = (deps: ShippingDeps, key: EntryKey, value: never) => Promise<Settled>;

/**
 * Stores what was answered while the database was away, or just before a process died: as whoever was answered would
 * have, so that what ended meanwhile, by recovery or by a person, stays. Throws while the database is away.
 */
export function settleKept(deps: ShippingDeps): Promise<void> {
  return deps.journal.settleLeft(async (key, value) => {
    const settled = await settlers[key.kind](deps, key, value as never);
    if (settled === "DONE" && key.kind !== "CALL")
      deps.log.info("An answer that was kept is stored.", { kind: key.kind, id: key.id });
    return settled;
  });
}

const settleShip = async (deps: ShippingDeps, { tenantId, id }: EntryKey, answer: PurchaseAnswer): Promise<Settled> => {
  const found = await readInTenant(deps.database, tenantId, async (manager) => {
    const purchase = await manager.findOneBy(LabelPurchase, { id });
    if (purchase === null) return null;
    return { purchase, account: await manager.findOneByOrFail(CarrierAccount, { id: purchase.accountId }) };
  });
  if (found === null) return nobodys(deps, id, answer);
  await settlePurchase(deps, found.purchase, adapterOf(deps, found.account), answer);
  return "DONE";
};

/** After a restore, or a failover that lost it: the carrier may bill what nobody here knows of. */
function nobodys(deps: ShippingDeps, purchaseId: string, { outcome }: PurchaseAnswer): Settled {
  if (outcome.kind !== "ANSWERED") return "DONE";
  const number = outcome.value.shipmentIdentificationNumber;
  deps.log.error("The carrier booked a purchase that the database does not know.", { purchaseId, number });
  return "NOBODYS";
}

const foreignKeyViolation = "23503";

const settleCall = async (deps: ShippingDeps, { tenantId }: EntryKey, row: CallRow): Promise<Settled> => {
  try {
    await insertCalls(deps.database, tenantId, [row]);
    return "DONE";
  } catch (error) {
    if ((error as { code?: unknown }).code !== foreignKeyViolation) throw error;
    return "NOBODYS";
  }
};

const settlers: Record<EntryKind, Settle> = {
  CALL: settleCall,
  SHIP: settleShip,
};
