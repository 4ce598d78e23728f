import { type Alert, Refusal } from "../../answer.js";
import { isQualifiedDomestic } from "../../pricing/lanes.js";
import { checkCharges } from "../../request/payment-rules.js";
import type { RequestedShipment } from "../../request/requested-shipment.js";
import { shipCodes } from "../../request/rule-codes.js";

const transportation = "01";
const duties = "02";
const path = "ShipmentRequest.Shipment.PaymentInformation.ShipmentCharge";

/** Somebody pays for the way. */
export function checkPayment(shipment: RequestedShipment): void {
  const isPaid = shipment.charges.some((charge) => charge.type === transportation);
  if (!isPaid) throw new Refusal("121527", "The payer of the transportation charges is missing.");
  checkCharges(shipment, path, shipCodes);
}

/** Where no duties arise, naming their payer is answered with an alert and otherwise ignored. */
export function dutyAlerts({ charges, shipFrom, shipTo }: RequestedShipment): Alert[] {
  const namesDutyPayer = charges.some((charge) => charge.type === duties);
  if (!namesDutyPayer || !isQualifiedDomestic(shipFrom.country, shipTo.country)) return [];
  return [{ Code: "121524", Description: "Payer of Duty and Tax is not required for this shipment" }];
}
