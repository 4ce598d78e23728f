import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import type { PurchaseInput } from "./purchase-input.js";

/** What is wrong with the form of the input of a return: it names what went out, or brings the shipment itself. */
export function checkReturnInput({ return: given, shipment }: PurchaseInput): ShippingUserError[] {
  const errors: ShippingUserError[] = [];
  const outbound = given?.outboundShipmentId;
  if (!outbound && !shipment) {
    const message = "Give the shipment that went out, or the return itself.";
    errors.push(userError("REQUIRED", message, ["input", "outboundShipmentId"]));
  }
  if (outbound && shipment) {
    const message = "Give either the shipment that went out or the return itself, not both.";
    errors.push(userError("INVALID", message, ["input", "shipment"]));
  }
  if (!outbound && shipment && given?.packageIds)
    errors.push(userError("INVALID", "Only used with outboundShipmentId.", ["input", "packageIds"]));
  // A form with nothing ticked means nothing, not everything.
  if (outbound && given?.packageIds?.length === 0)
    errors.push(userError("REQUIRED", "No package is chosen.", ["input", "packageIds"]));
  return errors;
}
