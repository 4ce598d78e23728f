import { randomUUID } from "node:crypto";
import { goodsCents, goodsPounds, readLines } from "./catalogue.js";
import { createShipment, deleteShipment, purchaseLabel } from "./shipping-backend.js";

/** What a scale and a rounding may differ by. */
const poundsOfDoubt = 0.05;
const poundsOf = { LB: 1, OZ: 1 / 16, KG: 2.204_622_621_8 };

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

  async function place({ lines, shipTo, rateQuoteId }) {
    const goods = read(lines);
    const order = { id: randomUUID(), number: String(++lastNumber), trackingNumbers: [] };
    const input = { orderId: order.id, reference: `Order ${order.number}`, rateQuoteId, shipTo };
    const { shipment } = (await refusing(shipping(createShipment, { input }))).createShipment;
    try {
      checkParcels(shipment, goods);
      await shipped(Object.assign(order, { shipmentId: shipment.id, ...sumsOf(shipment, goods) }));
    } catch (error) {
      if (error instanceof Refusal) await shipping(deleteShipment, { id: shipment.id });
      throw error;
    }
    orders.set(order.id, order);
    return order;
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

/** The page says what was asked for, so the shop looks whether that was this order. */
function checkParcels({ packages }, goods) {
  const pounds = packages.reduce((sum, { weight }) => sum + weight.value * poundsOf[weight.unit], 0);
  if (pounds + poundsOfDoubt < goodsPounds(goods))
    throw new Refusal("The cart has changed: choose the delivery again.");
}

function sumsOf({ acceptedOffer }, goods) {
  const deliveryCents = Math.round(Number(acceptedOffer.price.amount) * 100);
  return { deliveryCents, totalCents: goodsCents(goods) + deliveryCents };
}

async function refusing(answering) {
  const answer = await answering;
  const refusals = Object.values(answer).flatMap((payload) => payload?.userErrors ?? []);
  if (refusals.length > 0) throw new Refusal(refusals.map(({ message }) => message).join(" "));
  return answer;
}
