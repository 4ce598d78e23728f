import type { Outcome } from "../../carrier/outcome.js";
import type { RatedService } from "../../carrier/rating.js";
import { bringsLabels } from "../../carrier/returns.js";
import type { ShippedShipment } from "../../carrier/shipping.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import { DocumentLink } from "../../entities/document-link.js";
import type { LabelPurchase } from "../../entities/label-purchase.js";
import { Shipment } from "../../entities/shipment.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import { reach } from "../../failpoints.js";
import type { LoadedAccount } from "../account/load-account.js";
import type { ShippingDeps } from "../deps.js";
import { uploadedDocuments } from "../document/uploaded-documents.js";
import { labelNotices } from "../label/label-notices.js";
import { prepareLabels } from "../label/prepare-labels.js";
import { Postponed } from "../postponed.js";
import { currentPrice } from "../rate/current-price.js";
import { toCarrierDetails } from "../shipment/carrier-details.js";
import { loadStoredDetails } from "../shipment/stored-details.js";
import { carrierMessages } from "../user-error.js";
import { asAnswered, type KeptBooking, keptBookings } from "./kept-bookings.js";
import { storeShipped } from "./store-shipped.js";
import { withVoided } from "./with-voided.js";

/**
 * Takes the booking over; `unwanted`, further ones under the same reference, are to be voided from that moment on. False
 * when the carrier's answer does not hold every package that is not voided: asked again later, or decided by a person.
 */
export async function adoptBooking(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  purchase: LabelPurchase,
  found: ShippedShipment,
  unwanted: string[],
): Promise<boolean> {
  const { details, links } = await readInTenant(deps.database, purchase.tenantId, async (manager) => ({
    details: await loadStoredDetails(manager, await manager.findOneByOrFail(Shipment, { id: purchase.shipmentId })),
    links: await manager.find(DocumentLink, { where: { purchaseId: purchase.id }, relations: { document: true } }),
  }));
  const uploaded = uploadedDocuments(links.flatMap(({ document }) => document ?? []));
  const count = details.packages.length;
  const whole = found.packages.length < count ? await withVoided(loaded, purchase, found, count) : found;
  const kept = (await keptBookings(deps, purchase.tenantId)).find(isOf(found));
  const shipped = whole && kept ? asAnswered(whole, kept) : whole;
  if (shipped?.packages.length !== count || isLabelMissing(shipped, details)) return false;
  const { adapter } = loaded;
  const files = shipped.packages.map(({ label }) => label);
  const labels = await prepareLabels(deps, adapter, files, purchase.labelFormat);
  // Recovery tells no charges: where the carrier's answer is not kept, today's price is the best there is, else the one before it was bought; both say so.
  const price = shipped.charges ? null : await priceNow(deps, loaded, details, purchase.serviceCode);
  const rated = price?.kind === "ANSWERED" ? { charges: price.value.total, chargeItems: price.value.charges } : null;
  const charged = shipped.charges ? chargedFor(shipped) : (rated ?? checkedFor(purchase));
  const isNeverRated = charged.charges === null && price?.kind === "REJECTED";
  const booking = {
    shipped,
    labels,
    ...charged,
    messages: [
      ...carrierMessages(adapter.bookingNotices(toCarrierDetails(details, null), shipped, uploaded)),
      ...labelNotices(labels, purchase.labelFormat, adapter.name),
    ],
    isEstimated: shipped.charges === null && !isNeverRated,
    isFound: true,
    others: unwanted,
  };
  await storeShipped(deps, purchase, booking);
  await kept?.forget();
  reach("booking.adopted", purchase.id);
  return true;
}

const isOf =
  ({ shipmentIdentificationNumber: number }: ShippedShipment) =>
  ({ shipped }: KeptBooking) =>
    shipped.shipmentIdentificationNumber === number;

function isLabelMissing({ packages }: ShippedShipment, { returnService }: StoredShipmentDetails): boolean {
  return bringsLabels(returnService) && packages.some(({ label, isVoided }) => label === null && !isVoided);
}

/** Null: the carrier has no time for it now. A label that was bought does not wait for its price, which is asked later. */
async function priceNow(
  deps: ShippingDeps,
  loaded: LoadedAccount,
  details: StoredShipmentDetails,
  serviceCode: string,
): Promise<Outcome<RatedService> | null> {
  try {
    return await currentPrice(deps, loaded, details, serviceCode, null);
  } catch (error) {
    if (error instanceof Postponed) return null;
    throw error;
  }
}

function chargedFor({ charges, chargeItems }: ShippedShipment) {
  return { charges, chargeItems };
}

/** In one part: it was asked for to be compared, and only its total was kept. */
function checkedFor({ checkedPrice: charges }: LabelPurchase) {
  const name = "Price before it was bought";
  const chargeItems = charges && [{ carrierChargeCode: null, kind: "OTHER" as const, name, amount: charges }];
  return { charges, chargeItems: chargeItems ?? [] };
}
