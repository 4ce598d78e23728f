import type { Alert } from "../answer.js";
import type { RequestedShipment } from "../request/requested-shipment.js";
import { isEnrolledForNegotiatedRates } from "../scenarios.js";

/** Negotiated prices need the indicator, a shipper number, and an account that has a contract. */
export function isNegotiated({ wantsNegotiatedRates, shipperNumber }: RequestedShipment): boolean {
  return wantsNegotiatedRates && shipperNumber !== "" && isEnrolledForNegotiatedRates(shipperNumber);
}

/** Tells an account without a contract that its wish was left out. */
export function negotiatedRateAlerts(shipment: RequestedShipment): Alert[] {
  if (!shipment.wantsNegotiatedRates || shipment.shipperNumber === "" || isNegotiated(shipment)) return [];
  const description = "User Id and Shipper Number combination is not qualified to receive negotiated rates";
  return [{ Code: "120900", Description: description }];
}
