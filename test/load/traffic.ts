import { randomUUID } from "node:crypto";
import { aPackage, newYork } from "../support/seed.js";

export const kinds = ["read", "rate", "buy"] as const;
export type Kind = (typeof kinds)[number];

/** What a client sends, and whether the answer is what it wanted. */
export interface Operation {
  query: string;
  variables: object;
  // biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as operations
  isGood(data: any): boolean;
}

/** Of ten operations. */
const mix: Kind[] = ["read", "rate", "read", "read", "buy", "read", "rate", "read", "read", "read"];

/** The kind of the operation that comes in this place. */
export const kindAt = (place: number): Kind => mix[place % mix.length] as Kind;

const read = `{ shipments(first: 10) { nodes { id status packages { trackingNumber } } } }`;
const rate = `query ($input: ShippingRatesInput!) {
  shippingRates(input: $input) { quotes { id } unavailable { message } userErrors { message } } }`;
const buy = `mutation ($input: PurchaseLabelInput!) {
  purchaseLabel(input: $input) { purchase { id state } userErrors { code message } } }`;

const parcel = { shipTo: newYork, packages: [aPackage] };

export const operations: Record<Kind, () => Operation> = {
  read: () => ({ query: read, variables: {}, isGood: ({ shipments }) => shipments !== null }),
  rate: () => ({
    query: rate,
    variables: { input: parcel },
    isGood: ({ shippingRates }) => shippingRates?.quotes.length > 0,
  }),
  buy: () => ({
    query: buy,
    variables: {
      input: { idempotencyKey: randomUUID(), shipment: { ...parcel, service: "UPS_GROUND" }, labelFormat: "ZPL" },
    },
    isGood: ({ purchaseLabel }) => purchaseLabel?.purchase?.state === "PURCHASED",
  }),
};
