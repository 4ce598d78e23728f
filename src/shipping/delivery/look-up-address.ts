import type { ShippingUserError } from "../../entities/values/user-error.js";
import { type AddressAnswer, validateAddress } from "../address/validate-address.js";
import type { Actor, ShippingDeps } from "../deps.js";
import type { Deadline } from "../rate/deadline.js";
import { done, type Result, refused } from "../result.js";
import type { DeliveryOptionsInput } from "./delivery-input.js";

const unavailable: AddressAnswer = { status: "UNAVAILABLE", residentialStatus: "UNKNOWN", candidates: [] };

/** Of the address as it is written; all else is the merchant's business, or the carrier's. */
const callersCodes = new Set<string>(["REQUIRED", "INVALID", "TOO_LONG"] satisfies ShippingUserError["code"][]);

/**
 * What the carrier says of the address, where it is to be asked; null: it is not. Without an answer in time, or from an
 * account that is not ready, it is UNAVAILABLE. User errors: REQUIRED, INVALID, TOO_LONG.
 */
export async function lookUpAddress(
  deps: ShippingDeps,
  actor: Actor,
  { shipTo, validateAddress: isAsked }: DeliveryOptionsInput,
  deadline: Deadline,
): Promise<Result<AddressAnswer | null>> {
  if (!isAsked) return done(null);
  const check = await deadline.race(validateAddress(deps, actor, { address: shipTo }));
  if (check === "OVER") return done(unavailable);
  if (check.answer !== null) return done(check.answer);
  const faults = check.userErrors.filter(({ code, field }) => callersCodes.has(code) && field?.[1] === "address");
  return faults.length === 0 ? done(unavailable) : refused(...faults.map(atShipTo));
}

function atShipTo(error: ShippingUserError): ShippingUserError {
  const [, , ...rest] = error.field ?? [];
  return { ...error, field: ["input", "shipTo", ...rest] };
}
