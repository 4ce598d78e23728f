import DataLoader from "dataloader";
import type { EntityTarget, FindOptionsOrder, FindOptionsWhere, ObjectLiteral } from "typeorm";
import { AcceptedOffer } from "../entities/accepted-offer.js";
import { Carrier } from "../entities/carrier.js";
import { CarrierAccount } from "../entities/carrier-account.js";
import { CarrierAccountCredential } from "../entities/carrier-account-credential.js";
import { CarrierLocation } from "../entities/carrier-location.js";
import { CarrierProductCheck } from "../entities/carrier-product-check.js";
import { CarrierRequest } from "../entities/carrier-request.js";
import { CarrierShippingMethod } from "../entities/carrier-shipping-method.js";
import { CustomerCarrierAccount } from "../entities/customer-carrier-account.js";
import { GeneratedReturn } from "../entities/generated-return.js";
import { LabelPurchase } from "../entities/label-purchase.js";
import { PackageTemplate } from "../entities/package-template.js";
import { PackedItem } from "../entities/packed-item.js";
import { PurchasedPackage } from "../entities/purchased-package.js";
import { RateQuote } from "../entities/rate-quote.js";
import { ShipFromPlace } from "../entities/ship-from-place.js";
import { Shipment } from "../entities/shipment.js";
import { ShipmentPackage } from "../entities/shipment-package.js";
import { ShippingDocument } from "../entities/shipping-document.js";
import { ShippingLabel } from "../entities/shipping-label.js";
import { Tracker } from "../entities/tracker.js";
import { TrackingEvent } from "../entities/tracking-event.js";
import { isStorable } from "../storable-text.js";
import { type Bounded, boundedLoader } from "./bounded-loader.js";
import { type Audience, rowsFor } from "./buyers-view.js";
import { groupsInParts } from "./groups-in-parts.js";
import { createLabelFileLoader } from "./label-file-loader.js";
import { createSetupLoaders } from "./setup-loaders.js";
import { createDocumentLoader } from "./shipment-documents.js";
import { type Database, readInTenant } from "./tenant-transaction.js";
import { createTrackerLoader } from "./tracker-loaders.js";

type Key<E> = Extract<keyof E, string>;

/** Rows of one statement: to make objects of more would keep others waiting. Keys of one too: PostgreSQL takes 65,535 values. */
const mostRowsAtOnce = 2_000;

/** One request's reads: equal keys are asked once, keys of one tick share one statement. */
export type Loaders = ReturnType<typeof createLoaders>;

/** Loaders that see only the tenant's rows, and of these what the audience may see; any other key loads null, or an empty list. */
export function createLoaders(database: Database, tenantId: string, audience: Audience) {
  const find = <E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    key: Key<E>,
    values: readonly string[],
    { order, also, most }: { order?: FindOptionsOrder<E>; also?: FindOptionsWhere<E>; most?: number } = {},
  ) => {
    const where = { ...also, ...rowsFor(audience, entity, key, values.filter(isStorable)) };
    return readInTenant(database, tenantId, (manager) => manager.find(entity, { where, order, take: most }));
  };

  const rowBy = <E extends ObjectLiteral>(entity: EntityTarget<E>, key: Key<E>, also?: FindOptionsWhere<E>) =>
    new DataLoader<string, E | null>(
      async (values) => {
        const rows = new Map((await find(entity, key, values, { also })).map((row) => [row[key] as string, row]));
        return values.map((value) => rows.get(value) ?? null);
      },
      { maxBatchSize: mostRowsAtOnce },
    );

  const many = <E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    key: Key<E>,
    order: FindOptionsOrder<E>,
    also?: FindOptionsWhere<E>,
  ) =>
    new DataLoader<string, E[]>(
      async (values) => {
        const byKey = { [key]: "ASC", ...order } as FindOptionsOrder<E>;
        const rows = await groupsInParts<E>(values, key, mostRowsAtOnce, (part, most) =>
          find(entity, key, part, { order: byKey, also, most }),
        );
        return values.map((value) => rows.get(value) ?? []);
      },
      { maxBatchSize: mostRowsAtOnce },
    );

  const bounded = <E extends ObjectLiteral>(entity: EntityTarget<E>, of: Bounded<E>) =>
    boundedLoader({ database, tenantId, audience }, entity, of);

  return {
    carrierByCode: rowBy(Carrier, "code"),
    accountById: rowBy(CarrierAccount, "id"),
    credentialsByAccountId: many(CarrierAccountCredential, "accountId", { version: "DESC" }),
    productChecksByAccountId: many(CarrierProductCheck, "accountId", { product: "ASC" }),
    ...createSetupLoaders(database, tenantId),
    locationById: rowBy(CarrierLocation, "id"),
    methodById: rowBy(CarrierShippingMethod, "id"),
    customerAccountById: rowBy(CustomerCarrierAccount, "id"),
    placeById: rowBy(ShipFromPlace, "id"),
    templateById: rowBy(PackageTemplate, "id"),
    quoteById: rowBy(RateQuote, "id"),
    offerById: rowBy(AcceptedOffer, "id"),
    /** The latest first. */
    offersByShipmentId: many(AcceptedOffer, "shipmentId", { acceptedAt: "DESC", id: "DESC" }),
    shipmentById: rowBy(Shipment, "id"),
    returnsByOutboundId: bounded(Shipment, { key: "outboundShipmentId", order: { createdAt: "ASC", id: "ASC" } }),
    /** Newest purchase of the outbound first. */
    generatedReturnsByOutboundId: many(GeneratedReturn, "outboundShipmentId", { createdAt: "DESC" }),
    shipmentsByOrderId: bounded(Shipment, { key: "orderId", order: { createdAt: "ASC", id: "ASC" } }),
    packageById: rowBy(ShipmentPackage, "id"),
    packagesByShipmentId: many(ShipmentPackage, "shipmentId", { sequence: "ASC" }),
    itemsByPackageId: many(PackedItem, "packageId", { sequence: "ASC" }),
    purchaseById: rowBy(LabelPurchase, "id"),
    firstPurchasesByShipmentId: bounded(LabelPurchase, {
      ...{ key: "shipmentId", order: { startedAt: "DESC", id: "DESC" } },
    }),
    /** All of them: what was spent is counted with none left out. */
    purchasesByShipmentId: many(LabelPurchase, "shipmentId", { startedAt: "DESC", id: "DESC" }),
    requestsByPurchaseId: bounded(CarrierRequest, { key: "purchaseId", order: { startedAt: "ASC", id: "ASC" } }),
    /** Newest purchase first: what the latest purchase gave the package. */
    purchasedByPackageId: many(PurchasedPackage, "packageId", { id: "DESC" }),
    /** In package order. */
    purchasedByPurchaseId: many(PurchasedPackage, "purchaseId", { id: "ASC" }),
    purchasedById: rowBy(PurchasedPackage, "id"),
    labelById: rowBy(ShippingLabel, "id"),
    documentById: rowBy(ShippingDocument, "id"),
    documentsByShipmentId: createDocumentLoader(database, tenantId),
    fileByLabel: createLabelFileLoader(database, tenantId),
    /** The one that was bought. */
    labelByPurchasedPackageId: rowBy(ShippingLabel, "purchasedPackageId", { isRecovered: false }),
    recoveredByPurchasedPackageId: bounded(ShippingLabel, {
      ...{ key: "purchasedPackageId", order: { createdAt: "DESC", id: "DESC" }, also: { isRecovered: true } },
    }),
    trackerById: rowBy(Tracker, "id"),
    trackerByNumber: createTrackerLoader(database, tenantId, audience),
    trackerByPurchasedPackageId: rowBy(Tracker, "purchasedPackageId"),
    eventsByTrackerId: bounded(TrackingEvent, { key: "trackerId", order: { toldAt: "DESC", id: "DESC" } }),
  };
}

/** Forgets what was read: a mutation may have changed it. */
export function clearLoaders(loaders: Loaders): void {
  for (const loader of Object.values(loaders)) loader.clearAll();
}
