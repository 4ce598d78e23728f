/** Short: whoever copies one out of a log has little of it. */
const tokenSeconds = 60;

/**
 * The shop's own way to the service: with a token that may spend money, which never leaves this process. Throws where the
 * service answers with errors; refusals are in the answer.
 */
export function createShippingBackend(issuer, shippingUrl) {
  return async (query, variables) => {
    const { token } = await issuer.issue({ subject: "orders", scope: "read ship", seconds: tokenSeconds });
    const response = await fetch(`${shippingUrl}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(errors.map(({ message }) => message).join(" "));
    return data;
  };
}

/** The quote that the buyer chose, and what the shop is offered for the same goods. */
export const checkChoice = `query CheckChoice($rateQuoteId: ID!, $input: DeliveryOptionsInput!) {
  rateQuote(id: $rateQuoteId) { price { amount } shippingMethod { id } service { code } }
  deliveryOptions(input: $input) {
    options { price { amount } rateQuote { id shippingMethod { id } service { code } } }
    userErrors { code field message }
  }
}`;

/** A draft for the order: the quote's parcels, and the order's own address. */
export const createShipment = `mutation CreateShipmentOfOrder($input: CreateShipmentInput!) {
  createShipment(input: $input) { shipment { id } userErrors { code field message } }
}`;

/** May be sent again with the same key: it never buys twice. */
export const purchaseLabel = `mutation ShipOrder($input: PurchaseLabelInput!) {
  purchaseLabel(input: $input) {
    purchase { state }
    shipment { packages { trackingNumber label { file { url } } } }
    userErrors { code field message }
  }
}`;

/** A draft that became no order. */
export const deleteShipment = `mutation ForgetDraft($id: ID!) {
  deleteShipment(input: { shipmentId: $id }) { deletedShipmentId userErrors { code message } }
}`;
