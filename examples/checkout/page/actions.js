import { askOrders, askShipping } from "./ask.js";
import * as operations from "./operations.js";
import { chosenOption, isAddressable, linesOf, placeOf, recipientOf } from "./state.js";

/** So long after the last key a form is quiet. */
const quietMs = 350;
const newsMs = 2_000;
/** A carrier that was late may have answered by then: it is asked for once more. */
const lateMs = 3_000;
const mostPlaces = 5;

/**
 * Everything that a buyer can do. `state()` is the state now, `set(changes)` replaces parts of it and draws. What is asked
 * is asked once the form is quiet, and only the last answer counts.
 */
export function createActions(state, set) {
  let timer = null;
  let asked = new AbortController();
  let key = crypto.randomUUID();

  function askSoon() {
    clearTimeout(timer);
    asked.abort();
    const isAsking = linesOf(state()).length > 0 && isAddressable(state().destination);
    set({ delivery: { ...state().delivery, status: isAsking ? "asking" : "waiting" }, problem: null });
    if (isAsking) timer = setTimeout(() => ask(true), quietMs);
  }

  async function ask(isFirst) {
    asked = new AbortController();
    const { signal } = asked;
    try {
      if (state().way === "PLACE") await findPlaces(signal);
      const { deliveryOptions } = await askShipping(operations.deliveryOptions, { input: inputOf(state()) }, signal);
      if (signal.aborted) return;
      show(deliveryOptions);
      if (isFirst && deliveryOptions.isComplete === false) timer = setTimeout(() => ask(false), lateMs);
    } catch (error) {
      if (signal.aborted) return;
      console.error(error);
      set({ places: null, delivery: { status: "failed", options: [], unavailable: [], problems: [] } });
    }
  }

  /** What was chosen stays chosen where it can be, though each answer has offers of its own; else the cheapest, the first. */
  function show({ options, unavailable, userErrors }) {
    const before = chosenOption(state());
    const same = options.filter(({ name }) => name === before?.name);
    const chosen = same.find(({ promisedDate }) => promisedDate === before.promisedDate) ?? same[0] ?? options[0];
    set({ delivery: { status: "shown", options, unavailable, problems: userErrors }, optionId: chosen?.id ?? null });
  }

  /** Those near the address, which are asked for once. The nearest is chosen until the buyer chooses. */
  async function findPlaces(signal) {
    const address = placeOf(state().destination);
    const about = JSON.stringify(address);
    if (state().places?.about === about && state().places.results !== null) return;
    set({ places: { about, results: null }, placeId: null });
    const input = { address, kinds: ["ACCESS_POINT"], first: mostPlaces };
    const { results } = (await askShipping(operations.accessPoints, { input }, signal)).carrierLocations;
    set({ places: { about, results }, placeId: results[0]?.location.id ?? null });
  }

  async function place() {
    if (state().isPlacing) return;
    set({ isPlacing: true, problem: null });
    try {
      const { order, problem } = (await askOrders(operations.placeOrder, { input: orderOf(state(), key) })).placeOrder;
      if (order === null) return set({ isPlacing: false, problem });
      key = crypto.randomUUID();
      set({ isPlacing: false, view: "placed", order });
      if (order.trackingNumbers.length === 0) setTimeout(followOrder, newsMs);
    } catch (error) {
      set({ isPlacing: false, problem: error.message });
    }
  }

  /** Until its label is there, which is at once but where the carrier is slow. */
  async function followOrder() {
    const { order } = await askOrders(operations.order, { id: state().order.id }).catch(() => state());
    if (state().view !== "placed" || order === null) return;
    set({ order });
    if (order.trackingNumbers.length === 0) setTimeout(followOrder, newsMs);
  }

  /** A number that is not known and a postal code that is wrong are answered alike. */
  async function track() {
    const { trackingNumber, postalCode } = state().tracking;
    set({ tracking: { ...state().tracking, problem: null } });
    try {
      const { trackDelivery: delivery } = await askShipping(operations.trackDelivery, { trackingNumber, postalCode });
      set({ tracking: { ...state().tracking, delivery, problem: delivery === null ? "notFound" : null } });
    } catch (error) {
      console.error(error);
      set({ tracking: { ...state().tracking, delivery: null, problem: "notNow" } });
    }
  }

  const actions = {
    choose: (optionId) => set({ optionId, problem: null }),
    setWay(way) {
      set({ way });
      askSoon();
    },
    choosePlace(placeId) {
      set({ placeId });
      askSoon();
    },
    place,
    track,
    askSoon,
    setLocale(locale) {
      set({ locale });
      askSoon();
    },
    setQuantity(sku, quantity) {
      set({ cart: { ...state().cart, [sku]: Math.min(99, Math.max(0, quantity)) } });
      askSoon();
    },
    setDestination(changes) {
      set({ destination: { ...state().destination, ...changes }, problem: null });
      // A name, an e-mail and a phone change no price.
      if (Object.keys(changes).some((name) => !["name", "email", "phone"].includes(name))) askSoon();
    },
    setTracking: (changes) => set({ tracking: { ...state().tracking, ...changes } }),
    /** With what the buyer has just typed: neither is asked again, nor stands in the address. */
    trackOrder(trackingNumber) {
      const { postalCode } = state().destination;
      history.pushState(null, "", `/track?number=${encodeURIComponent(trackingNumber)}`);
      set({ view: "track", tracking: { trackingNumber, postalCode, problem: null, delivery: null } });
      track();
    },
    go(path) {
      history.pushState(null, "", path);
      set({ view: path === "/track" ? "track" : "checkout" });
      if (state().view === "checkout" && state().delivery.status === "waiting") askSoon();
    },
  };
  return actions;
}

const inputOf = (state) => ({
  items: linesOf(state).map(({ product: { sku, name, weight, dimensions }, quantity }) => ({
    ...{ sku, description: name, quantity },
    ...{ weight, dimensions },
  })),
  shipTo: placeOf(state.destination),
  orderAmount: amountOf(state),
  ...(state.way === "PLACE" && { carrierLocationId: state.placeId }),
  channel: "web",
  locale: state.locale,
});

function amountOf(state) {
  const cents = linesOf(state).reduce((sum, { product, quantity }) => sum + product.cents * quantity, 0);
  return { amount: (cents / 100).toFixed(2), currencyCode: state.currencyCode };
}

const orderOf = (state, key) => ({
  key,
  lines: linesOf(state).map(({ product, quantity }) => ({ sku: product.sku, quantity })),
  shipTo: recipientOf(state.destination),
  rateQuoteId: chosenOption(state).rateQuote.id,
  ...(state.way === "PLACE" && { carrierLocationId: state.placeId }),
});
