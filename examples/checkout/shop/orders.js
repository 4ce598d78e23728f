import { randomUUID } from "node:crypto";
import { currencyCode, goodsCents, readLines } from "./catalogue.js";
import { checkChoice, createShipment, deleteShipment, purchaseLabel } from "./shipping-backend.js";

/** Something the buyer can do about. */
class Refusal extends Error {}

/**
 * The orders of the shop, kept in memory. `shipping(document, variables)` asks the shipping service with the shop's own
 * token. Orders are numbered from 1001.
 */
export function createOrders(shipping) {
  const orders = new Map();
  const placed = new Map();
  let lastNumber = 1000;

  async function place({ lines, shipTo, carrierLocationId, rateQuoteId }) {
    const goods = read(lines);
    const { price, rateQuote } = await askAgain({ goods, shipTo, carrierLocationId, rateQuoteId });
    const order = { id: randomUUID(), number: String(++lastNumber), trackingNumbers: [], ...sumsOf(price, goods) };
    const input = { orderId: order.id, reference: `Order ${order.number}`, rateQuoteId: rateQuote.id, shipTo };
    const { shipment } = (await refusing(shipping(createShipment, { input }))).createShipment;
    try {
      await shipped(Object.assign(order, { shipmentId: shipment.id }));
    } catch (error) {
      if (error instanceof Refusal) await shipping(deleteShipment, { id: shipment.id });
      throw error;
    }
    orders.set(order.id, order);
    return order;
  }

  /**
   * What a page says of a cart and its amount is not believed: the shop asks for its own goods, and goes on where that
   * costs what the buyer was shown.
   */
  async function askAgain({ goods, shipTo, carrierLocationId, rateQuoteId }) {
    const input = optionsInputOf(goods, shipTo, carrierLocationId);
    const { rateQuote: chosen, deliveryOptions } = await refusing(shipping(checkChoice, { rateQuoteId, input }));
    const own = chosen && deliveryOptions.options.find((option) => isSame(option, chosen));
    if (!own) throw new Refusal("The price of the delivery has changed: choose it again.");
    return own;
  }

  /** A shop does this when it packs. Here it is done at once, so that there is something to track. */
  async function shipped(order) {
    if (order.trackingNumbers.length > 0) return order;
    const input = { idempotencyKey: `order-${order.id}`, shipmentId: order.shipmentId };
    const { purchaseLabel: answer } = await refusing(shipping(purchaseLabel, { input }));
    if (answer.purchase.state === "PURCHASED")
      order.trackingNumbers = answer.shipment.packages.map(({ trackingNumber }) => trackingNumber);
    return order;
  }

  return {
    /** Equal keys place one order, however often the button was pressed. Gives `{ order, problem }`; one is null. */
    place(input) {
      const earlier = placed.get(input.key);
      if (earlier !== undefined) return earlier;
      const answer = place(input).then(
        (order) => ({ order, problem: null }),
        (error) => {
          placed.delete(input.key);
          if (error instanceof Refusal) return { order: null, problem: error.message };
          throw error;
        },
      );
      placed.set(input.key, answer);
      return answer;
    },
    /** By an id that only its buyer was told; undefined: there is none. Asks again for a label that was not there yet. */
    async find(id) {
      const order = orders.get(id);
      return order && shipped(order);
    },
  };
}

function read(lines) {
  try {
    return readLines(lines);
  } catch (error) {
    throw new Refusal(error.message);
  }
}

const optionsInputOf = (goods, { name, email, phone, ...shipTo }, carrierLocationId) => ({
  items: goods.map(({ product: { sku, name: description, weight, dimensions }, quantity }) => ({
    ...{ sku, description, quantity },
    ...{ weight, dimensions },
  })),
  ...{ shipTo, carrierLocationId, channel: "web" },
  orderAmount: { amount: (goodsCents(goods) / 100).toFixed(2), currencyCode },
});

const isSame = ({ price, rateQuote }, chosen) =>
  rateQuote.shippingMethod.id === chosen.shippingMethod?.id &&
  rateQuote.service?.code === chosen.service?.code &&
  price.amount === chosen.price.amount;

function sumsOf(price, goods) {
  const deliveryCents = Math.round(Number(price.amount) * 100);
  return { deliveryCents, totalCents: goodsCents(goods) + deliveryCents };
}

async function refusing(answering) {
  const answer = await answering;
  const refusals = Object.values(answer).flatMap((payload) => payload?.userErrors ?? []);
  if (refusals.length > 0) throw new Refusal(refusals.map(({ message }) => message).join(" "));
  return answer;
}
