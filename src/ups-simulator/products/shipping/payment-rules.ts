import { type Alert, Refusal } from "../../answer.js";
import { isQualifiedDomestic } from "../../pricing/lanes.js";
import type { RequestedCharge, RequestedShipment } from "../../request/requested-shipment.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";

const TRANSPORTATION = "01";
const DUTIES = "02";
const PATH = "ShipmentRequest.Shipment.PaymentInformation.ShipmentCharge";

/** Somebody pays for the way, exactly one of the four kinds of payer, with a believable account. */
export function checkPayment({ charges, shipperNumber }: RequestedShipment): void {
  requireField(
    charges.some((charge) => charge.type === TRANSPORTATION),
    PATH,
  );
  requireBounds(charges.length <= 3, PATH);
  for (const charge of charges) checkPayer(charge, shipperNumber);
}

function checkPayer({ type, payer, accountNumber, postalCode }: RequestedCharge, shipperNumber: string): void {
  requireBounds([TRANSPORTATION, DUTIES, "03"].includes(type), `${PATH}.Type`);
  requireField(payer !== "NONE", `${PATH}.BillShipper`);
  if (payer === "CONSIGNEE") {
    requireBounds(type === TRANSPORTATION, `${PATH}.ConsigneeBilledIndicator`);
    return;
  }
  const isOwn = accountNumber.toUpperCase() === shipperNumber.toUpperCase();
  const isAccount = /^[0-9A-Za-z]{6}$/.test(accountNumber) && (payer !== "SHIPPER" || isOwn);
  if (!isAccount) throw new Refusal("120412", "Missing or invalid payer account number");
  requireField(payer !== "THIRD_PARTY" || postalCode !== "", `${PATH}.BillThirdParty.Address.PostalCode`);
}

/** Where no duties arise, naming their payer is answered with an alert and otherwise ignored. */
export function dutyAlerts({ charges, shipFrom, shipTo }: RequestedShipment): Alert[] {
  const namesDutyPayer = charges.some((charge) => charge.type === DUTIES);
  if (!namesDutyPayer || !isQualifiedDomestic(shipFrom.country, shipTo.country)) return [];
  return [{ Code: "121524", Description: "Payer of Duty and Tax is not required for this shipment" }];
}
