import { usualLocale } from "./words.js";

/** A public business address, so that there is something to see at once. */
const destination = {
  name: "Robin Vale",
  email: "robin@example.com",
  street: "767 5th Ave",
  postalCode: "10153",
  city: "New York",
  region: "NY",
  countryCode: "US",
  phone: "",
};

/** All that the page shows follows from this; it is replaced, never changed. */
export const firstState = (storefront, location) => ({
  locale: usualLocale(navigator.languages),
  catalogue: storefront.catalogue,
  currencyCode: storefront.currencyCode,
  view: location.pathname === "/track" ? "track" : "checkout",
  cart: { "MUG-01": 2, "LAMP-02": 1 },
  destination,
  /** What can be chosen: `status` is waiting, asking, shown or failed. */
  delivery: { status: "waiting", options: [], unavailable: [], problems: [] },
  optionId: null,
  /** ADDRESS, or PLACE: picked up nearby. */
  way: "ADDRESS",
  /** Places to pick up at; null: not asked for. */
  places: null,
  placeId: null,
  isPlacing: false,
  problem: null,
  order: null,
  tracking: {
    trackingNumber: new URLSearchParams(location.search).get("number") ?? "",
    postalCode: "",
    /** The word that says why there is nothing to see; null: there is, or nobody asked. */
    problem: null,
    delivery: null,
  },
});

export const linesOf = ({ catalogue, cart }) =>
  catalogue.filter(({ sku }) => cart[sku] > 0).map((product) => ({ product, quantity: cart[product.sku] }));

export const goodsCents = (state) =>
  linesOf(state).reduce((sum, { product, quantity }) => sum + product.cents * quantity, 0);

export const chosenOption = ({ delivery, optionId }) => delivery.options.find(({ id }) => id === optionId);

/** Those whose addresses have a state or province. */
export const hasRegions = (countryCode) => ["US", "CA"].includes(countryCode);

/** Where the customs and the carrier want to call somebody. */
export const isAbroad = (countryCode) => countryCode !== "US";

/** Enough to ask for prices. */
export const isAddressable = ({ countryCode, postalCode, city, region }) =>
  postalCode.trim() !== "" && city.trim() !== "" && (!hasRegions(countryCode) || region.trim() !== "");

/** What prices depend on: no name and no e-mail. */
export const placeOf = ({ street, postalCode, city, region, countryCode }) => ({
  ...{ countryCode, postalCode, city },
  ...(street.trim() !== "" && { lines: [street] }),
  ...(hasRegions(countryCode) && { region }),
});

/** Whom the parcel is for. */
export const recipientOf = ({ name, email, phone, ...place }) => ({
  ...placeOf(place),
  ...{ name, email },
  ...(isAbroad(place.countryCode) && { phone }),
});

/** Enough to send a parcel there. */
export const isComplete = ({ name, email, street, phone, countryCode }) =>
  [name, email, street, ...(isAbroad(countryCode) ? [phone] : [])].every((text) => text.trim() !== "");
