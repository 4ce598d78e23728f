import { Refusal } from "../../answer.js";
import { headerOf, type UpsCall } from "../../operation.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";
import { mayUseAccount, refuseByScenario } from "../../scenarios.js";

/** The account of the call: in a header always, and the same in the body where there is one. */
export function readShipperNumber(call: UpsCall, inBody: string | null): string {
  const shipperNumber = headerOf(call, "ShipperNumber").trim();
  requireField(shipperNumber !== "", "ShipperNumber (header)");
  requireBounds(/^[0-9A-Za-z]{6}$/.test(shipperNumber), "ShipperNumber (header)");
  requireField(inBody !== "", "ShipperNumber");
  requireBounds(inBody === null || inBody.toUpperCase() === shipperNumber.toUpperCase(), "ShipperNumber");
  refuseByScenario("account number", shipperNumber, "UPLOAD_DOCUMENT");
  if (!mayUseAccount(call.clientId, shipperNumber)) throw notAuthorised();
  return shipperNumber.toUpperCase();
}

/** The account has no leave to use forms of its own, or it is not the caller's account. */
function notAuthorised(): Refusal {
  return new Refusal("9590018", "Your UPS Account number is not authorized for user generated forms functionality.");
}

/** A document that is not, or no longer, in the shipper's forms history. The number is a guess: see the README. */
export function documentNotFound(documentId: string): Refusal {
  return new Refusal("9590022", `The document ${documentId} is not in the forms history.`);
}
