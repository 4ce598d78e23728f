import type { Answer, FrontDoor } from "./front-door.js";
import { parts, type SoakTenant, shared } from "./soak-tenants.js";

/** One kind of request: how often each tenant makes it, and what is in its answer whoever else asks at the moment. */
export interface SoakRequest {
  times: number;
  /** `next` is another tenant, whose ids are tried; `nth` counts this tenant's requests of the kind. */
  ask(door: FrontDoor, tenant: SoakTenant, next: SoakTenant, nth: number): Promise<Answer | string>;
  expected(tenant: SoakTenant): unknown;
}

const query = (source: string, variables: (tenant: SoakTenant, next: SoakTenant, nth: number) => object) =>
  ((door, tenant, next, nth) =>
    door.ask(tenant.badge, source, { ...variables(tenant, next, nth) })) satisfies SoakRequest["ask"];

const data = (fields: object) => ({ status: 200, data: fields });
const anId = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}_`));
const anAmount = { amount: expect.stringMatching(/^\d/), currencyCode: "USD" };

/** The account's own contract shows in its prices: an answer shared with another tenant would be another's. */
const aQuote = ({ isEnrolled }: SoakTenant) => ({
  id: anId("quo"),
  carrierPrice: isEnrolled
    ? { negotiatedState: "APPLIED", negotiated: anAmount }
    : { negotiatedState: "ACCOUNT_NOT_ENROLLED", negotiated: null },
});

const references = (soakTenant: SoakTenant) => [
  { __typename: "Shipment", id: soakTenant.shipmentId },
  { __typename: "ShippingLabel", id: soakTenant.labelId },
  { __typename: "LabelPurchase", id: soakTenant.purchaseId },
  { __typename: "ShipmentPackage", id: soakTenant.packageId },
  { __typename: "CarrierAccount", id: soakTenant.accountId },
];

export const soakRequests: Record<string, SoakRequest> = {
  rates: {
    times: 4,
    ask: query(
      `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
        quotes { id carrierPrice { negotiatedState negotiated { amount currencyCode } } }
        unavailable { reason } userErrors { code } } }`,
      () => ({ input: parts }),
    ),
    expected: (tenant) =>
      data({
        shippingRates: {
          ...{ unavailable: [], userErrors: [] },
          quotes: expect.arrayContaining([aQuote(tenant)]),
        },
      }),
  },
  "shipment of its own": {
    times: 3,
    ask: query(
      `query ($id: ID!) { shipment(id: $id) { id carrierAccount { id accountNumberMasked } packages { id trackingNumber
        label { id } } purchases { id } } }`,
      ({ shipmentId }) => ({ id: shipmentId }),
    ),
    expected: (tenant) =>
      data({
        shipment: {
          id: tenant.shipmentId,
          carrierAccount: { id: tenant.accountId, accountNumberMasked: `••••${tenant.accountNumber.slice(-2)}` },
          packages: [{ id: tenant.packageId, trackingNumber: tenant.trackingNumber, label: { id: tenant.labelId } }],
          purchases: [{ id: tenant.purchaseId }],
        },
      }),
  },
  "shipment of another": {
    times: 2,
    ask: query(`query ($id: ID!) { shipment(id: $id) { id } }`, (_, next) => ({ id: next.shipmentId })),
    expected: () => data({ shipment: null }),
  },
  list: {
    times: 3,
    ask: query(`query ($order: ID!) { shipments(filter: { orderId: $order }) { nodes { id number } } }`, () => ({
      order: shared.orderId,
    })),
    expected: ({ shipmentId }) => data({ shipments: { nodes: [{ id: shipmentId, number: expect.any(String) }] } }),
  },
  entities: {
    times: 3,
    ask: query(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Shipment { id } ... on ShippingLabel { id } ... on LabelPurchase { id } ... on ShipmentPackage { id }
        ... on CarrierAccount { id } } }`,
      (tenant, next) => ({ representations: [...references(next), ...references(tenant)] }),
    ),
    expected: (tenant) =>
      data({ _entities: [...Array(5).fill(null), ...references(tenant).map(({ id }) => ({ id }))] }),
  },
  order: {
    times: 2,
    ask: query(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Order { shipments { id } } } }`,
      () => ({ representations: [{ __typename: "Order", id: shared.orderId }] }),
    ),
    expected: ({ shipmentId }) => data({ _entities: [{ shipments: [{ id: shipmentId }] }] }),
  },
  "purchase by a key that all have": {
    times: 2,
    ask: query(`query ($key: String!) { labelPurchase(idempotencyKey: $key) { id shipment { id } } }`, () => ({
      key: shared.key,
    })),
    expected: ({ purchaseId, shipmentId }) => data({ labelPurchase: { id: purchaseId, shipment: { id: shipmentId } } }),
  },
  draft: {
    times: 2,
    ask: query(
      `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) {
        shipment { id carrierAccount { id } } userErrors { code } } }`,
      (_tenant, _next, nth) => ({ input: { ...parts, clientReference: `draft ${nth}` } }),
    ),
    expected: ({ accountId }) =>
      data({ createShipment: { shipment: { id: anId("shp"), carrierAccount: { id: accountId } }, userErrors: [] } }),
  },
  "purchase with a key that all use": {
    times: 1,
    ask: query(
      `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
        purchase { id state } shipment { id carrierAccount { id } } userErrors { code } } }`,
      () => ({
        input: { idempotencyKey: "soak", labelFormat: "ZPL", shipment: { ...parts, service: "UPS_GROUND" } },
      }),
    ),
    expected: ({ accountId }) =>
      data({
        purchaseLabel: {
          purchase: { id: anId("lpu"), state: "PURCHASED" },
          shipment: { id: anId("shp"), carrierAccount: { id: accountId } },
          userErrors: [],
        },
      }),
  },
  "labels printed": {
    times: 1,
    ask: query(
      `mutation ($input: MarkLabelsPrintedInput!) { markLabelsPrinted(input: $input) { labels { id } userErrors { code } } }`,
      () => ({ input: { idempotencyKey: shared.key } }),
    ),
    expected: ({ labelId }) => data({ markLabelsPrinted: { labels: [{ id: labelId }], userErrors: [] } }),
  },
  "label download": {
    times: 2,
    ask: async (door, { labelUrl, badge }) => (await door.open(labelUrl, badge)).text(),
    expected: ({ trackingNumber }) => expect.stringContaining(trackingNumber),
  },
};
