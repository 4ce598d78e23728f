import type { Context } from "../context.js";
import { requireScope } from "../security/scopes.js";

type Reference = Record<string, unknown>;
type ResolveReference = (reference: Reference, context: Context) => Promise<unknown>;

type Loaders = Context["loaders"];
type ByText = { [K in keyof Loaders]: Parameters<Loaders[K]["load"]>[0] extends string ? K : never }[keyof Loaders];

/** Loads by one key; a key that is not text is unknown like any other. */
const by =
  (key: string, loader: ByText): ResolveReference =>
  async (reference, context) => {
    const value = reference[key];
    return typeof value === "string" ? context.loaders[loader].load(value) : null;
  };

/** Tracking numbers can be guessed, ids cannot: a storefront reaches a tracker through its shipment, or by id. */
const trackerByNumber: ResolveReference = async ({ carrierCode, trackingNumber }, { loaders, caller }) => {
  requireScope(caller, ["read"]);
  if (typeof carrierCode !== "string" || typeof trackingNumber !== "string") return null;
  return loaders.trackerByNumber.load({ carrierCode, trackingNumber });
};

/** How each federated entity is found by its key. Batched: the representations of one type cost one statement. */
export const referenceResolvers: Record<string, ResolveReference> = {
  Carrier: by("code", "carrierByCode"),
  CarrierAccount: by("id", "accountById"),
  CarrierShippingMethod: by("id", "methodById"),
  CustomerCarrierAccount: by("id", "customerAccountById"),
  ShipFromPlace: by("id", "placeById"),
  PackageTemplate: by("id", "templateById"),
  CarrierLocation: by("id", "locationById"),
  RateQuote: by("id", "quoteById"),
  Shipment: by("id", "shipmentById"),
  ShipmentPackage: by("id", "packageById"),
  LabelPurchase: by("id", "purchaseById"),
  ShippingLabel: by("id", "labelById"),
  ShippingDocument: by("id", "documentById"),
  Tracker: (reference, context) =>
    "id" in reference ? by("id", "trackerById")(reference, context) : trackerByNumber(reference, context),
};
