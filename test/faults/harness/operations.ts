const purchased = `
  purchase { id state retryAfterSeconds }
  shipment { id status packages { id trackingNumber voidState label { sha256 } } }
  userErrors { code message }`;

export const purchaseLabel = `mutation ($input: PurchaseLabelInput!) { answer: purchaseLabel(input: $input) { ${purchased} } }`;

export const purchaseReturn = `mutation ($input: PurchaseReturnLabelInput!) {
  answer: purchaseReturnLabel(input: $input) { ${purchased} } }`;

export const createShipment = `mutation ($input: CreateShipmentInput!) {
  answer: createShipment(input: $input) { shipment { id } userErrors { code message } } }`;

export const voidShipment = `mutation ($input: VoidShipmentInput!) {
  answer: voidShipment(input: $input) {
    shipment { id status packages { id trackingNumber voidState } } userErrors { code message } } }`;

export const askRates = `query ($input: ShippingRatesInput!) {
  answer: shippingRates(input: $input) { quotes { id service { code } } userErrors { code message } } }`;

export const askLocations = `query ($input: CarrierLocationsInput!) {
  answer: carrierLocations(input: $input) { results { location { id isAvailable } } userErrors { code message } } }`;

export const uploadDocument = `mutation ($input: UploadShippingDocumentInput!) {
  answer: uploadShippingDocument(input: $input) { document { id carrierDocumentId } userErrors { code message } } }`;

export const attachDocuments = `mutation ($input: AttachShippingDocumentsInput!) {
  answer: attachShippingDocuments(input: $input) { shipment { id documents { id } } userErrors { code message } } }`;

export const resolvePurchase = `mutation ($input: ResolvePurchaseInput!) {
  answer: resolvePurchase(input: $input) { purchase { id state } userErrors { code message } } }`;

export const createAccount = `mutation ($input: CreateCarrierAccountInput!) {
  answer: createCarrierAccount(input: $input) { carrierAccount { id } userErrors { code message } } }`;

export const activateAccount = `mutation ($input: ActivateCarrierAccountInput!) {
  answer: activateCarrierAccount(input: $input) { userErrors { code message } } }`;

export const setSpendLimits = `mutation ($input: SetSpendLimitsInput!) {
  answer: setSpendLimits(input: $input) { userErrors { code message } } }`;

/** A public business address: the city hall of New York. */
export const newYork = {
  ...{ name: "Front Desk", company: "City Hall", lines: ["City Hall Park"] },
  ...{ city: "New York", region: "NY", postalCode: "10007", countryCode: "US", phone: "2127883000" },
};

/** The city hall of Toronto. */
const toronto = {
  ...{ name: "Front Desk", company: "City Hall", lines: ["100 Queen St W"] },
  ...{ city: "Toronto", region: "ON", postalCode: "M5H 2N2", countryCode: "CA", phone: "4163922489" },
};

const posters = { description: "Posters", quantity: 1, unitValue: { amount: "20.00", currencyCode: "USD" } };

export interface ShipmentParts {
  orderId: string;
  packages: number;
  isAbroad: boolean;
  generatesReturn: boolean;
  /** Of an access point in New York. */
  locationId: string | null;
}

export function aShipment({ orderId, packages, isAbroad, generatesReturn, locationId }: ShipmentParts) {
  const pkg = { weight: { value: 2, unit: "LB" }, dimensions: { length: 10, width: 8, height: 4, unit: "IN" } };
  const to = { shipTo: { ...newYork, email: "front.desk@example.com" }, service: "UPS_GROUND" };
  return {
    orderId,
    ...(isAbroad ? { shipTo: toronto, service: "UPS_STANDARD" } : to),
    packages: Array.from({ length: packages }, () => (isAbroad ? { ...pkg, items: [posters] } : pkg)),
    ...(generatesReturn && { options: { generateReturnLabel: true } }),
    ...(locationId && { carrierLocationId: locationId }),
  };
}

export const inNewYork = {
  ...{ city: { city: "New York", region: "NY", countryCode: "US" }, kinds: ["ACCESS_POINT"], first: 10 },
};

/** A packing list of its own for each serial. */
export const aDocument = (serial: string) => ({
  ...{ kind: "PACKING_LIST", fileName: "list.txt", idempotencyKey: `${serial}-list` },
  base64: Buffer.from(`Posters of ${serial}`).toString("base64"),
});
