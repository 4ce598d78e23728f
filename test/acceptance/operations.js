/** Public business addresses. */
const fifthAvenue = {
  company: "Apple Fifth Avenue",
  name: "Receiving",
  lines: ["767 5th Ave"],
  city: "New York",
  region: "NY",
  postalCode: "10153",
  countryCode: "US",
};

const packages = [{ weight: { value: 2.5, unit: "LB" }, dimensions: { length: 10, width: 8, height: 4, unit: "IN" } }];

export const newYork = (orderId) => ({ shipTo: fifthAvenue, packages, orderId });

/** Runs an operation; throws on any error. */
async function send(url, query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const refuse = ({ userErrors, ...payload }) => {
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return payload;
};

export async function rate(url) {
  const query = `query ($input: ShippingRatesInput!) {
    shippingRates(input: $input) { quotes { id price { amount currencyCode } service { code name } } userErrors { code message field } }
  }`;
  const { shippingRates } = await send(url, query, { input: { shipTo: fifthAvenue, packages } });
  return refuse(shippingRates).quotes;
}

export async function buy(url, { shipment = {}, ...input }) {
  const mutation = `mutation ($input: PurchaseLabelInput!) {
    purchaseLabel(input: $input) {
      purchase { state }
      shipment { packages { trackingNumber label { format file { url } } } }
      userErrors { code message field }
    }
  }`;
  const { purchaseLabel } = await send(url, mutation, { input: { ...input, shipment } });
  const payload = refuse(purchaseLabel);
  if (payload.purchase.state !== "PURCHASED") throw new Error(`the purchase is ${payload.purchase.state}`);
  return payload;
}

export const labelOf = (payload) => payload.shipment.packages[0];

export async function voidByKey(url, idempotencyKey) {
  const mutation = `mutation ($input: VoidShipmentInput!) {
    voidShipment(input: $input) { shipment { status } userErrors { code message field } }
  }`;
  const { voidShipment } = await send(url, mutation, { input: { idempotencyKey } });
  return refuse(voidShipment).shipment;
}
