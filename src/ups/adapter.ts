import type { CallContext, CarrierAccountAccess } from "../carrier/account-access.js";
import type { CarrierAdapter } from "../carrier/adapter.js";
import type { CallBudgets } from "../carrier/call-budget.js";
import type { CarrierMethods } from "../carrier/methods.js";
import type { CallLog, Clock, TokenStore } from "../carrier/ports.js";
import type { CarrierEnvironment } from "../carrier/values.js";
import { createUpsAccounts } from "./account/accounts.js";
import { ProductProbes } from "./account/product-probes.js";
import { checkPostBox } from "./addresses/check-served.js";
import { checkAddressToValidate, validatesAddress } from "./addresses/serialise-address-validation.js";
import { checkShipment } from "./checks/check-shipment.js";
import { goodsNotices } from "./checks/goods-notices.js";
import { serviceOptions } from "./checks/options/service-options.js";
import { shipmentNotices } from "./checks/shipment-notices.js";
import { checkLocationSearch } from "./locations/check-locations.js";
import { Operations } from "./operations.js";
import { documentLimits } from "./paperless/document-limits.js";
import { PaperlessOperations } from "./paperless/paperless-operations.js";
import { rateRefusalReason } from "./rating/rate-refusals.js";
import { bookingNotices } from "./shipping/booking-notices.js";
import { renderLabelPdf } from "./shipping/label-pdf.js";
import { labelSize } from "./shipping/label-size.js";
import { parseShipmentList } from "./shipping/parse-shipment-list.js";
import { voidRefusalReason } from "./shipping/refusal-answers.js";
import { isUnrated } from "./shipping/return-services.js";
import { packagesPerCall } from "./shipping/serialise-void.js";
import { ownsTrackingNumber } from "./tracking/owns-tracking-number.js";
import { AskLimit } from "./wire/ask-limit.js";
import { BackgroundCalls } from "./wire/background-calls.js";
import { UpsClient } from "./wire/client.js";
import { Pools } from "./wire/pools.js";
import { Repeats } from "./wire/repeat.js";
import { Tokens } from "./wire/token.js";
import { upsCatalogue } from "./words/catalogue.js";
import { isInternational, laneOf } from "./words/lanes.js";
import { maxPackages, textLimits } from "./words/limits.js";
import { upsPackaging } from "./words/packaging.js";

/** Limits that tests and operators may narrow; the defaults suit UPS's production. */
export interface UpsLimits {
  readTimeoutMs: number;
  shipTimeoutMs: number;
  tokenTimeoutMs: number;
  connectTimeoutMs: number;
  maxBodyBytes: number;
  /** Per origin and lane, for one tenant's staff or buyers; for all together a quarter more. So are the next two. */
  connections: number;
  /** Questions of this process, under way or waiting; more are refused. */
  maxAsks: number;
  maxAsksPerAccount: number;
  /** First pause before a repeat; jittered, doubled each time. */
  retryBaseMs: number;
  tokenLeaseSeconds: number;
  /** Between looks for the token that another instance is fetching. */
  tokenPollMs: number;
}

const defaultLimits: UpsLimits = {
  readTimeoutMs: 15_000,
  shipTimeoutMs: 60_000,
  tokenTimeoutMs: 10_000,
  connectTimeoutMs: 5_000,
  // 200 packages with a GIF each come to some 20 MB.
  maxBodyBytes: 64 * 1024 * 1024,
  connections: 64,
  maxAsks: 512,
  maxAsksPerAccount: 256,
  retryBaseMs: 250,
  tokenLeaseSeconds: 15,
  tokenPollMs: 50,
};

export interface UpsAdapterOptions {
  /** Origins without a path; null: accounts of that environment cannot be used. */
  baseUrls: Record<CarrierEnvironment, string | null>;
  tokens: TokenStore;
  /** Of calls that nobody waits for; absent: they are as many as it likes. */
  budgets?: CallBudgets;
  calls: CallLog;
  clock: Clock;
  limits?: Partial<UpsLimits>;
}

/** UPS lacks nothing of the port. */
export type UpsAdapter = { [Member in keyof CarrierAdapter]: NonNullable<CarrierAdapter[Member]> };

/** UPS behind the carrier port. `close` breaks off what is under way: call it when nothing is. */
export function createUpsAdapter(options: UpsAdapterOptions): UpsAdapter {
  const limits = { ...defaultLimits, ...options.limits };
  const { baseUrls, calls, clock } = options;
  const pools = new Pools(limits);
  const tokens = new Tokens({
    store: options.tokens,
    clock,
    leaseSeconds: limits.tokenLeaseSeconds,
    pollMs: limits.tokenPollMs,
  });
  const repeats = new Repeats(limits.retryBaseMs);
  const client = new UpsClient({
    baseUrls,
    pools,
    tokens,
    repeats,
    calls,
    clock,
    asks: new AskLimit(limits),
    background: new BackgroundCalls(options.budgets ?? null),
    ...limits,
  });
  const operations = new Operations(client, limits);
  const paperless = new PaperlessOperations(client, limits);
  const probes = new ProductProbes(client, paperless, limits);
  return {
    code: "UPS",
    name: "UPS",
    catalogue: upsCatalogue,
    accounts: createUpsAccounts(new Set(servedEnvironments(baseUrls))),
    limits: upsLimits,
    packaging: upsPackaging,
    methods: upsMethods,
    returns: { isPricedBefore: (service) => !isUnrated(service) },
    locations: {
      checkSearch: checkLocationSearch,
      find: (account, query, call) => operations.findLocations(account, query, call),
    },
    documents: {
      // Of all forms a return has the partial invoice alone (Shipping.yaml, InternationalForms.FormType).
      goWithReturns: false,
      limits: documentLimits,
      upload: (account, upload, call) => paperless.upload(account, upload, call),
      push: (account, request, call) => paperless.push(account, request, call),
      delete: (account, documentId, call) => paperless.delete(account, documentId, call),
    },
    addressValidation: {
      isKnownPlace: validatesAddress,
      checkAddress: checkAddressToValidate,
      checkDeliverable: (address) => checkPostBox(address, []),
      validate: (account, address, call) => operations.validateAddress(account, address, call),
    },
    checkShipment: (details, serviceCode, shipper = null) => checkShipment(details, serviceCode, clock.now(), shipper),
    shipmentNotices: (details) => shipmentNotices(details, clock.now()),
    priceNotices: goodsNotices,
    serviceOptions,
    rate: (account, request, call) => operations.rate(account, request, call),
    rateRefusalReason,
    ship: (account, request, call) => operations.ship(account, request, call),
    voidShipment: (account, request, call) => operations.voidShipment(account, request, call),
    isVoidedByPackage: (shipment) => shipment.returnService === null && !isInternational(laneOf(shipment)),
    voidRefusalReason,
    recoverLabels: (account, request, call) => operations.recoverLabels(account, request, call),
    findByReference: (account: CarrierAccountAccess, reference: string, since: Date, call: CallContext) =>
      operations.findByReference(account, reference, since, call),
    track: (account, trackingNumber, call) => operations.track(account, trackingNumber, call),
    checkProducts: (account) => probes.check(account),
    bookingNotices,
    renderLabelPdf,
    labelSize,
    ownsTrackingNumber,
    readShipmentList: parseShipmentList,
    trackingUrl: (trackingNumber) => `https://www.ups.com/track?tracknum=${encodeURIComponent(trackingNumber)}`,
    close: () => pools.close(),
  };
}

const upsMethods: CarrierMethods = {
  required: ["packageType", "weightUnit", "dimensionUnit", "labelFormat"],
  legacyProvider: "UPS_LEGACY",
};

const upsLimits = {
  packages: maxPackages,
  reference: textLimits.reference,
  voidsAtOnce: packagesPerCall,
  // Tracking.yaml: what UPS keeps.
  trackedForDays: 120,
};

function servedEnvironments(baseUrls: UpsAdapterOptions["baseUrls"]): CarrierEnvironment[] {
  return (Object.keys(baseUrls) as CarrierEnvironment[]).filter((environment) => baseUrls[environment] !== null);
}
