import { userErrorFields } from "./purchases.js";

/** All that staff sees of a shipment, labels aside. */
const shipmentFields = `
  id number status orderId reference createdAt environment
  shipFrom { name company lines city region postalCode countryCode phone residentialStatus }
  shipTo { name company lines city region postalCode countryCode phone residentialStatus }
  shippingMethod { id } service { code name } carrierAccount { id }
  packages {
    id weight { value unit } dimensions { length width height unit } packageType { code }
    declaredValue { amount currencyCode } reference trackingNumber trackingUrl voidState label { id }
    items { productId sku description quantity unitValue { amount currencyCode } weight { value unit } hsCode originCountryCode }
  }
  options { payer payerAccountNumberMasked dutiesPayer signature isSaturdayDelivery }
  purchases { id }
  charges { estimated { amount currencyCode } actual { amount currencyCode } isActualEstimated invoiceable { amount currencyCode } }
  labelsDocument { contentType }`;

export const createShipment = `mutation ($input: CreateShipmentInput!) {
  createShipment(input: $input) { shipment { ${shipmentFields} } userErrors { ${userErrorFields} } } }`;

export const updateShipment = `mutation ($input: UpdateShipmentInput!) {
  updateShipment(input: $input) { shipment { ${shipmentFields} } userErrors { ${userErrorFields} } } }`;

export const deleteShipment = `mutation ($input: DeleteShipmentInput!) {
  deleteShipment(input: $input) { deletedShipmentId userErrors { ${userErrorFields} } } }`;

export const shipmentById = `query ($id: ID!) { shipment(id: $id) { ${shipmentFields} } }`;

/** One refusal of a mutation that gives a shipment; `field` as dotted path. */
export const refusedWith = (code: string, field: string) => ({
  shipment: null,
  userErrors: [{ code, message: expect.stringMatching(/\S/), field: field.split("."), carrierErrorCode: null }],
});

/** What is stored for an address of `seed.ts`. */
export const storedAddress = ({ region = null, ...address }: Record<string, unknown>) => ({
  ...address,
  region,
  residentialStatus: "UNKNOWN",
});
