import { Refusal } from "../answer.js";
import type { Ledger } from "../ledger/ledger.js";
import { findAccessPoint } from "../products/locations/places.js";
import { isPresent, listAt, textAt } from "./json-reading.js";
import { requireField } from "./rule-codes.js";

/**
 * 111526 is Rate's own. Ship's numbers, and those of a closed point, are not in evidence: 121526 and 121527 are about
 * payers (UPS's developer guide). The general ones for a field that is missing or holds what it cannot stand in.
 */
const refusalCodes = { alternateMissing: "111526", indicationMissing: "20007", pointRefused: "20008" };

const toAccessPoint = new Set(["01", "02"]);
const readyToFetch = "012";

/** In Rate and Ship: an indication and an alternate delivery address, both or neither, in the recipient's country. */
export function checkIndication(shipment: unknown): void {
  const codes = listAt(shipment, "ShipmentIndicationType").map((indication) => textAt(indication, "Code"));
  const isIndicated = codes.some((code) => toAccessPoint.has(code));
  const hasAlternate = isPresent(shipment, "AlternateDeliveryAddress");
  if (isIndicated && !hasAlternate) {
    throw new Refusal(
      refusalCodes.alternateMissing,
      "Alternate delivery address is required for this indication type.",
    );
  }
  if (hasAlternate && !isIndicated) {
    throw new Refusal(
      refusalCodes.indicationMissing,
      "An alternate delivery address needs a shipment indication type.",
    );
  }
  const country = textAt(shipment, "AlternateDeliveryAddress.Address.CountryCode");
  if (hasAlternate && country !== textAt(shipment, "ShipTo.Address.CountryCode")) {
    throw new Refusal(refusalCodes.pointRefused, "The alternate delivery address is in another country.");
  }
}

/** In Ship besides: a point that takes packages, somebody to ask for, and a notification for when it is there. */
export function checkAccessPoint(shipment: unknown, ledger: Ledger): void {
  checkIndication(shipment);
  const alternate = "AlternateDeliveryAddress";
  if (!isPresent(shipment, alternate)) return;
  for (const name of ["Name", "AttentionName", "UPSAccessPointID", "Address.AddressLine", "Address.City"]) {
    requireField(textAt(shipment, `${alternate}.${name}`) !== "", `ShipmentRequest.Shipment.${alternate}.${name}`);
  }
  const accessPointId = textAt(shipment, `${alternate}.UPSAccessPointID`);
  if (findAccessPoint(accessPointId) === null || ledger.accessPointStatus(accessPointId) !== "01") {
    throw new Refusal(refusalCodes.pointRefused, "The UPS Access Point is not available.");
  }
  const notified = listAt(shipment, "ShipmentServiceOptions.Notification").filter(
    (notification) =>
      textAt(notification, "NotificationCode") === readyToFetch && textAt(notification, "EMail.EMailAddress") !== "",
  );
  requireField(notified.length > 0, "ShipmentRequest.Shipment.ShipmentServiceOptions.Notification");
}
