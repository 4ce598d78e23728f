import type { ShippingUserError } from "../../entities/values/user-error.js";
import { Refusal } from "../result.js";

/** Places of a draft that the return's own input can set right. */
const ownPlaces = new Set(["service", "returnService", "reference", "packageIds", "outboundShipmentId", "shipment"]);

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
  if (first === undefined || ownPlaces.has(first)) return error;
  if (first === "packages" && rest.length === 0) return { ...error, field: [input, "packageIds"] };
  const place = [first, ...rest].join(".");
  return { ...error, field: [input, "outboundShipmentId"], message: `${place}: ${error.message}` };
}
