/** Connections whose rows can be many: counting them reads them all. */
const counted = [
  ...["Shipment", "ShippingLabel", "LabelPurchase", "ShippingEvent", "CarrierRequest", "ShippingDocument"],
  ...[
    "CarrierAccount",
    "CarrierShippingMethod",
    "StuckPurchase",
    "AuditEvent",
    "PackageTemplate",
    "ShipFromPlace",
    "CustomerCarrierAccount",
  ],
];

/**
 * What single fields cost, by coordinate; every other object costs 1, every other leaf nothing. Fields that ask the
 * carrier weigh most: each is a call, or several, that takes seconds and counts against the account's allowance.
 */
export const fieldWeights: ReadonlyMap<string, number> = new Map([
  ["Mutation.purchaseLabel", 2_000],
  ["Mutation.purchaseReturnLabel", 2_000],
  ["Query.shippingRates", 1_000],
  ["Query.deliveryOptions", 1_000],
  ["Query.carrierLocations", 1_000],
  // Arranges up to a thousand pieces: processor time, and no carrier.
  ["Query.packItems", 200],
  ["Mutation.uploadShippingDocument", 2_000],
  ["Mutation.attachShippingDocuments", 500],
  ["Mutation.deleteShippingDocument", 500],
  ["Mutation.resolvePurchase", 1_000],
  ["Mutation.voidShipment", 500],
  ["Mutation.recoverLabel", 500],
  ["Mutation.createCarrierAccount", 500],
  ["Mutation.rotateCarrierCredentials", 500],
  ["Mutation.validateCarrierAccount", 500],
  ["Mutation.activateCarrierAccount", 500],
  ["Query.tracker", 500],
  ["Query.validateAddress", 500],
  ["Mutation.refreshTracker", 500],
  // Looks at all that a tenant has, and no budget ends it.
  ["Mutation.erasePersonalData", 2_000],
  // Reads the label's bytes.
  ["ShippingLabel.base64", 10],
  ...counted.map((node): [string, number] => [`${node}Connection.totalCount`, 50]),
]);

/** Root fields that spend money. An operation may hold one of them, once: bulk needs a mutation of its own. */
export const purchasingFields: ReadonlySet<string> = new Set(["purchaseLabel", "purchaseReturnLabel"]);

/** What a list of unknown length counts as. */
export const assumedListLength = 5;

/**
 * Lists without `first` whose rows lead back up to what they hang on, and how long they can be. In circles their true
 * lengths multiply: `shipment { packages { shipment { packages ...` of 200 packages is 40,000 of them at the second level.
 */
export const listsLeadingBack: ReadonlyMap<string, number> = new Map([
  ["Shipment.packages", 200],
  ["LabelPurchase.packages", 200],
  ["ShippingEvent.purchasedPackages", 200],
  ["RecoverLabelPayload.labels", 200],
  ["MarkLabelsPrintedPayload.labels", 1_000],
]);

/** Lists of what a mutation was given, each as long as that. */
export const listsAsGiven: ReadonlySet<string> = new Set(["MarkLabelsPrintedPayload.labels"]);
