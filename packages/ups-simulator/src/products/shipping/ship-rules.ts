import { Refusal } from "../../answer.js";
import { isEuropeanUnion, isUnitedStates } from "../../pricing/countries.js";
import { checkPackages } from "../../request/package-rules.js";
import type { RequestedShipment } from "../../request/requested-shipment.js";
import { checkReturn } from "../../request/return-rules.js";
import { requireBounds, requireField, shipCodes } from "../../request/rule-codes.js";
import { checkOptions, checkService, checkShipperNumber } from "../../request/service-rules.js";
import { compactDate } from "../../simulated-clock.js";
import { checkParties } from "./party-rules.js";
import { checkPayment } from "./payment-rules.js";

/** Everything that makes UPS refuse to ship; the first fault is thrown, before anything is booked. */
export function checkShipRequest(shipment: RequestedShipment, clientId: string, today: Date): void {
  checkShipperNumber(shipment.shipperNumber, clientId, shipCodes);
  checkParties(shipment);
  checkPackages(shipment, shipCodes);
  requireField(shipment.serviceCode !== "", "ShipmentRequest.Shipment.Service.Code");
  checkService(shipment, shipCodes);
  checkOptions(shipment, shipCodes);
  checkReturn(shipment, shipCodes);
  checkReturnLabel(shipment);
  checkPayment(shipment);
  checkReferences(shipment);
  checkCustoms(shipment);
  checkShipmentDate(shipment, today);
}

/** A return says what is in its packages, and where the label goes when UPS sends it. */
function checkReturnLabel({ returnService, packages }: RequestedShipment): void {
  if (!returnService) return;
  const isDescribed = packages.every(({ description }) => description.length > 0 && description.length <= 35);
  requireField(isDescribed, "ShipmentRequest.Shipment.Package.Description");
  const path = "ShipmentRequest.Shipment.ShipmentServiceOptions.LabelDelivery";
  if (returnService.code === "8") requireField(/^\S+@\S+$/.test(returnService.email), path);
  else requireBounds(returnService.email === "", `${path}.EMail`);
}

const dayMs = 86_400_000;

const lastTimeZoneMs = 12 * 3_600_000;

/** Today where the shipper is, or up to a week ahead: in the last time zone, UTC-12, the day ends twelve hours later. */
function checkShipmentDate({ shipmentDate }: RequestedShipment, today: Date): void {
  if (!shipmentDate) return;
  const first = compactDate(new Date(today.getTime() - lastTimeZoneMs));
  const last = compactDate(new Date(today.getTime() + 7 * dayMs));
  const isWithin = /^\d{8}$/.test(shipmentDate) && shipmentDate >= first && shipmentDate <= last;
  requireBounds(isWithin, "ShipmentRequest.Shipment.ShipmentDate");
}

/** Packages carry references inside the United States and inside Puerto Rico; elsewhere the shipment does. */
function checkReferences({ shipFrom, shipTo, references, packages }: RequestedShipment): void {
  const isPackageLane = shipFrom.country === shipTo.country && isUnitedStates(shipFrom.country);
  const onPackages = packages.flatMap((pkg) => pkg.references);
  if (isPackageLane && references.length > 0) {
    throw new Refusal("120541", "Shipment/ReferenceNumber is not allowed for this shipment");
  }
  if (!isPackageLane && onPackages.length > 0) {
    throw new Refusal("120541", "Shipment/Package/ReferenceNumber is not allowed for this shipment");
  }
  for (const value of [...references, ...onPackages]) {
    requireBounds(value.length > 0 && value.length <= 35, "ReferenceNumber.Value");
  }
  requireBounds(references.length <= 5 && packages.every((pkg) => pkg.references.length <= 5), "ReferenceNumber");
}

/** Shipping.yaml, Shipment.Description: between two countries, but for letters and Standard inside the Union; in the Emirates always. */
function needsDescription({ shipFrom, shipTo, packages, serviceCode }: RequestedShipment): boolean {
  const ends = [shipFrom.country, shipTo.country];
  if (ends.includes("AE")) return true;
  const isLetter = packages.every((pkg) => pkg.packaging === "01");
  if (shipFrom.country === shipTo.country || isLetter) return false;
  return !(ends.every(isEuropeanUnion) && serviceCode === "11");
}

/** What customs want to know: a description across borders, a value from the US to Canada and Puerto Rico. */
function checkCustoms(shipment: RequestedShipment): void {
  const { shipFrom, shipTo, description, invoiceTotal, returnService } = shipment;
  requireField(!needsDescription(shipment) || description !== "", "ShipmentRequest.Shipment.Description");
  requireBounds(description.length <= 50, "ShipmentRequest.Shipment.Description");
  const needsValue =
    !returnService && shipFrom.country === "US" && (shipTo.country === "CA" || shipTo.country === "PR");
  if (needsValue && !(Number(invoiceTotal) > 0)) {
    throw new Refusal("120502", "InvoiceLineTotal/MonetaryValue must be greater than 0");
  }
}
