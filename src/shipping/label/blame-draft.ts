import { Refusal } from "../result.js";

/** Places of a draft that the purchase's own input can set right. */
const ownPlaces = new Set(["service", "rateQuoteId"]);

/**
 * What is wrong inside a stored draft, told to whoever named it by its id alone: `field` is then the id, and the message
 * begins with the place in the draft. Other errors are given back as they are.
 */
export function blameDraft(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(
    error.userErrors.map((one) => {
      const place = one.field?.slice(1) ?? [];
      if (place.length === 0 || ownPlaces.has(place[0]!)) return one;
      return { ...one, field: ["input", "shipmentId"], message: `${place.join(".")}: ${one.message}` };
    }),
  );
}
