const purchased = `
  purchase { id state retryAfterSeconds }
  shipment { id status packages { id trackingNumber voidState label { sha256 } } }
  userErrors { code message }`;

export const purchaseLabel = `mutation ($input: PurchaseLabelInput!) { answer: purchaseLabel(input: $input) { ${purchased} } }`;

export const createShipment = `mutation ($input: CreateShipmentInput!) {
  answer: createShipment(input: $input) { shipment { id } userErrors { code message } } }`;

export const voidShipment = `mutation ($input: VoidShipmentInput!) {
  answer: voidShipment(input: $input) {
    shipment { id status packages { id trackingNumber voidState } } userErrors { code message } } }`;

/** A public business address: the city hall of New York. */
const newYork = {
  ...{ name: "Front Desk", company: "City Hall", lines: ["City Hall Park"] },
  ...{ city: "New York", region: "NY", postalCode: "10007", countryCode: "US", phone: "2127883000" },
};

export function aShipment(orderId: string, packages: number) {
  const pkg = { weight: { value: 2, unit: "LB" }, dimensions: { length: 10, width: 8, height: 4, unit: "IN" } };
  return { orderId, shipTo: newYork, service: "UPS_GROUND", packages: Array.from({ length: packages }, () => pkg) };
}
