import { type EntityManager, In } from "typeorm";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { Shipment } from "../../entities/shipment.js";
import type { PersonalDataKind } from "../../entities/values/erasure-enums.js";
import type { PostalAddress } from "../../entities/values/postal-address.js";
import { eraseDocuments } from "./erase-documents.js";
import { eraseLabels } from "./erase-labels.js";
import { erasePackages } from "./erase-packages.js";
import { erasePurchases } from "./erase-purchases.js";
import { eraseTrackers, forgetPlaces } from "./erase-trackers.js";
import { erasedAddress, erasedCustoms, erasedOptions, erasedReturn } from "./erased-values.js";
import { type Postponed, whyPostponed } from "./why-postponed.js";

export type Counts = Partial<Record<PersonalDataKind, number>>;

export interface ErasedShipment {
  counts: Counts;
  postponed: Postponed[];
  /** Of its people as they stood there before, and the quotes that it was bought at: who was priced without it is found so. */
  addresses: PostalAddress[];
  quoteIds: string[];
}

/** Whether the journal holds an answer about a purchase, or a document for a shipment. */
export type IsKept = (id: string) => boolean;

/**
 * Erases the people of one shipment, of all that hangs on it, in this transaction; or says why not yet, and changes nothing.
 * Numbers, charges, dates, states and the carrier's ids stay. Null: there is none, or it is erased.
 */
export async function eraseShipment(
  manager: EntityManager,
  id: string,
  isKept: IsKept,
): Promise<ErasedShipment | null> {
  const shipment = await manager.findOne(Shipment, { where: { id }, lock: { mode: "for_no_key_update" } });
  if (shipment === null || shipment.erasedAt !== null) return null;
  const purchases = await manager.findBy(LabelPurchase, { shipmentId: id });
  const why = await whyPostponed(manager, id, purchases, (kept) => isKept(kept) || isKept(id));
  if (why !== null) return { ...nothing, postponed: [{ shipmentId: id, documentId: null, ...why }] };
  const purchaseIds = purchases.map((purchase) => purchase.id);
  const bought = await manager.findBy(PurchasedPackage, { purchaseId: In(purchaseIds) });
  await manager.update(Shipment, { id }, erasedColumns(shipment));
  await erasePackages(manager, id, bought);
  await erasePurchases(manager, id, purchases);
  const documents = await eraseDocuments(manager, id, purchaseIds);
  return {
    counts: {
      ...{ SHIPMENT: 1, PURCHASE: purchases.length, DOCUMENT: documents.erased },
      LABEL: await eraseLabels(manager, id),
      TRACKER: await eraseTrackers(manager, bought),
      ADDRESS_CLASSIFICATION: await forgetPlaces(manager, shipment.tenantId, placesOf(shipment)),
    },
    postponed: documents.shared.map((documentId) => ({
      ...{ shipmentId: id, documentId, reason: "DOCUMENT_SHARED" as const, retryAt: null },
    })),
    addresses: peopleOf(shipment),
    quoteIds: [shipment.rateQuoteId, ...purchases.map(({ rateQuoteId }) => rateQuoteId)].filter(
      (quoteId) => quoteId !== null,
    ),
  };
}

const placesOf = (shipment: Shipment) => [shipment.shipFrom, shipment.shipTo, ...peopleOf(shipment)];

/** Who receives or sends back, and who bought. The other end is the merchant's, as often as not no account's address. */
function peopleOf({ shipFrom, shipTo, customs, returnService }: Shipment): PostalAddress[] {
  return [returnService === null ? shipTo : shipFrom, ...(customs?.soldTo ? [customs.soldTo] : [])];
}

const nothing: ErasedShipment = { counts: {}, postponed: [], addresses: [], quoteIds: [] };

function erasedColumns({ shipFrom, shipTo, options, customs, returnService, version }: Shipment) {
  return {
    ...{ shipFrom: erasedAddress(shipFrom), shipTo: erasedAddress(shipTo), options: erasedOptions(options) },
    ...{ customs: erasedCustoms(customs), returnService: erasedReturn(returnService) },
    ...{ reference: null, tags: [], accessPoint: null, rateQuoteId: null, version: version + 1 },
    erasedAt: () => "now()",
  };
}
