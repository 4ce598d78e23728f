import { aShipment, purchaseLabel } from "./purchases.js";
import { aPackage, newYork } from "./seed.js";
import type { ServerProcess } from "./server-process.js";

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as operations
type Data = any;

/** Throws on anything but data. */
async function ask(server: Pick<ServerProcess, "execute">, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await server.execute(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

type Server = Pick<ServerProcess, "execute">;

/** Prices a package to New York. Throws when there is no price. */
export async function rate(server: Server): Promise<void> {
  const query = `query ($input: ShippingRatesInput!) {
    shippingRates(input: $input) { quotes { id } unavailable { message } userErrors { message } } }`;
  const { shippingRates } = await ask(server, query, { input: { shipTo: newYork, packages: [aPackage] } });
  if (shippingRates.quotes.length === 0) throw new Error(JSON.stringify(shippingRates));
}

/** Reads a page of shipments with what hangs on them. */
export async function list(server: Server): Promise<void> {
  await ask(server, "{ shipments(first: 10) { nodes { id status packages { trackingNumber } } } }");
}

/** Buys a thermal label to New York by Ground. */
export async function buy(server: Server, idempotencyKey: string): Promise<Data> {
  const input = { idempotencyKey, shipment: aShipment(), labelFormat: "ZPL" };
  return (await ask(server, purchaseLabel, { input })).purchaseLabel;
}

/** As `buy`, for what must have succeeded when the answer comes. */
export async function bought(server: Server, idempotencyKey: string): Promise<Data> {
  const answer = await buy(server, idempotencyKey);
  if (answer.purchase?.state !== "PURCHASED") throw new Error(JSON.stringify(answer));
  return answer;
}

export async function purchaseByKey(server: Server, idempotencyKey: string): Promise<Data> {
  const query = `query ($idempotencyKey: String!) {
    labelPurchase(idempotencyKey: $idempotencyKey) {
      state carrierReference
      shipment { status packages { trackingNumber voidState label { sha256 file { url } } } }
    } }`;
  return (await ask(server, query, { idempotencyKey })).labelPurchase;
}

export async function voidByKey(server: Server, idempotencyKey: string): Promise<Data> {
  const query = `mutation ($input: VoidShipmentInput!) {
    voidShipment(input: $input) { shipment { status } userErrors { code message } } }`;
  return (await ask(server, query, { input: { idempotencyKey } })).voidShipment;
}
