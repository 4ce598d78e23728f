/** Everything that the page asks. All but the last two are of the storefront's part of the shipping service. */
export const deliveryOptions = `query DeliveryOptions($input: DeliveryOptionsInput!) {
  deliveryOptions(input: $input) {
    options {
      id
      name
      price { amount currencyCode }
      isFree
      isCheapest
      isFastest
      isAccessPoint
      promisedDate
      promisedLatestDate
      rateQuote { id expiresAt }
    }
    unavailable { name reason message }
    isComplete
    userErrors { code field message }
  }
}`;

export const accessPoints = `query AccessPoints($input: CarrierLocationsInput!) {
  carrierLocations(input: $input) {
    results {
      distance
      distanceUnit
      location {
        id
        name
        address { lines city postalCode }
        openingHours { weekday opens closes }
      }
    }
    userErrors { code field message }
  }
}`;

export const trackDelivery = `query TrackDelivery($trackingNumber: String!, $postalCode: String!) {
  trackDelivery(trackingNumber: $trackingNumber, postalCode: $postalCode) {
    status
    estimatedDeliveryDate
    carrierName
    url
    events(first: 20) { description city localDate localTime }
  }
}`;

const orderFields = "id number totalCents trackingNumbers";

export const placeOrder = `mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) { order { ${orderFields} } problem }
}`;

export const order = `query Order($id: ID!) { order(id: $id) { ${orderFields} } }`;
