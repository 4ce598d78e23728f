import type { ShippingUserError } from "../../entities/values/user-error.js";
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
    error.userErrors.map((candidate) => {
      const place = candidate.field?.slice(1) ?? [];
      if (place.length === 0 || ownPlaces.has(place[0]!)) return candidate;
      return { ...candidate, field: ["input", "shipmentId"], message: `${place.join(".")}: ${candidate.message}` };
    }),
  );
}

/** What was given beside the inline shipment is named there, not inside it. */
export function blameTopLevel(
  error: unknown,
  beside: { rateQuoteId?: string | null; service?: string | null },
): unknown {
  if (!(error instanceof Refusal)) return error;
  const isBeside = (part: string | undefined) =>
    (part === "rateQuoteId" || part === "service") && Boolean(beside[part]);
  return new Refusal(
    error.userErrors.map((candidate) =>
      candidate.field?.length === 3 && isBeside(candidate.field[2])
        ? { ...candidate, field: ["input", candidate.field[2]!] }
        : candidate,
    ),
  );
}

/** Places of a draft that the return's own input can set right. */
const returnsOwnPlaces = new Set([
  "service",
  "returnService",
  "reference",
  "packageIds",
  "outboundShipmentId",
  "shipment",
]);

/**
 * What is wrong with a return, told by the places of its input: the return service wherever it was found, and what was
 * taken over from the outbound under the outbound's id, where the message begins with the place in it.
 */
export function blameReturn(error: unknown): unknown {
  return error instanceof Refusal ? new Refusal(error.userErrors.map(blameOne)) : error;
}

function blameOne(error: ShippingUserError): ShippingUserError {
  const [input = "input", first, ...rest] = error.field ?? [];
  if (first === "shipment" && rest[0] === "returnService") return { ...error, field: [input, ...rest] };
  if (first === undefined || returnsOwnPlaces.has(first)) return error;
  if (first === "packages" && rest.length === 0) return { ...error, field: [input, "packageIds"] };
  const place = [first, ...rest].join(".");
  return { ...error, field: [input, "outboundShipmentId"], message: `${place}: ${error.message}` };
}
