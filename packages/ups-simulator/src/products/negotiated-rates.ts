import type { Alert } from "../answer.js";
import type { RequestedShipment } from "../request/requested-shipment.js";
import { isEnrolledForNegotiatedRates } from "../scenarios.js";

/**
 * Negotiated prices need the indicator, a shipper number, and an account that has a contract: the shipper's, or the
 * payer's where its rates are asked for.
 */
export function isNegotiated(shipment: RequestedShipment): boolean {
  const { wantsNegotiatedRates, shipperNumber } = shipment;
  if (!wantsNegotiatedRates || shipperNumber === "") return false;
  return isEnrolledForNegotiatedRates(payersRates(shipment) ?? shipperNumber);
}

/** The account of another payer whose rates are asked for; null: the shipper's rates. */
function payersRates({ wantsPayersRates, charges }: RequestedShipment): string | null {
  const payer = charges.find(({ type }) => type === "01");
  const isOther = payer?.payer === "RECEIVER" || payer?.payer === "THIRD_PARTY";
  return wantsPayersRates && isOther ? payer.accountNumber : null;
}

/** Tells an account without a contract that its wish was left out. Numbers of UPS's public table of codes. */
export function negotiatedRateAlerts(shipment: RequestedShipment): Alert[] {
  const isOfPayer = payersRates(shipment) !== null;
  const unused = {
    Code: "120910",
    Description: "TPFCNegotiatedRatesIndicator is for third party and freight collect only",
  };
  const alerts = shipment.wantsPayersRates && !isOfPayer ? [unused] : [];
  if (!shipment.wantsNegotiatedRates || shipment.shipperNumber === "" || isNegotiated(shipment)) return alerts;
  return isOfPayer
    ? [{ Code: "120911", Description: "Shipper is not authorized for the negotiated rates of the payer" }]
    : [
        ...alerts,
        {
          Code: "120900",
          Description: "User Id and Shipper Number combination is not qualified to receive negotiated rates",
        },
      ];
}
