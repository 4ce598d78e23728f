import type { Replayed } from "../replay.js";
import type { Answer } from "../stand-ins.js";

export const ratesOf = (answer: Answer) => answer.data.shippingRates;
export const purchaseOf = (answer: Answer) => answer.data.purchaseLabel;

/** The user errors' fields, as dotted paths. */
export const fieldsOf = (payload: Answer): string[] =>
  payload.userErrors.map((error: Answer) => (error.field ?? []).join("."));

export const codesOf = (payload: Answer): string[] => payload.userErrors.map((error: Answer) => error.code);

export const textsOf = (payload: Answer): string[] => [
  ...payload.userErrors.map((error: Answer) => error.message),
  ...(payload.carrierMessages ?? []).map((message: Answer) => message.text),
  ...(payload.purchase?.carrierMessages ?? []).map((message: Answer) => message.text),
];

export const isBought = (payload: Answer): boolean => payload.purchase?.state === "PURCHASED";

export const serviceCodes = (rates: Answer): string[] => rates.quotes.map((quote: Answer) => quote.service.code);

/** What was sent to be rated, shipment by shipment. */
export const ratedShipments = ({ sent }: Replayed): Answer[] =>
  sent.filter(({ path }) => path.includes("/rating/")).map(({ json }) => json.RateRequest.Shipment);

export const shipped = ({ sent }: Replayed): Answer[] =>
  sent.filter(({ path }) => path.endsWith("/ship")).map(({ json }) => json.ShipmentRequest);
