import { Refusal } from "../../answer.js";
import { isPostalCode, isState } from "../../pricing/countries.js";
import { isQualifiedDomestic } from "../../pricing/lanes.js";
import { isPresent, textAt } from "../../request/json-reading.js";
import { checkPackages } from "../../request/package-rules.js";
import { checkCharges } from "../../request/payment-rules.js";
import { checkPlace, ratePlaceCodes } from "../../request/place-rules.js";
import type { Party, RequestedShipment } from "../../request/requested-shipment.js";
import { checkReturn } from "../../request/return-rules.js";
import { rateCodes, requireBounds, requireField } from "../../request/rule-codes.js";
import { checkOptions, checkService, checkShipperNumber } from "../../request/service-rules.js";

/** Everything that makes UPS refuse to rate; the first fault is thrown. */
export function checkRateRequest(shipment: RequestedShipment, clientId: string, isShopping: boolean): void {
  if (shipment.shipperNumber) checkShipperNumber(shipment.shipperNumber, clientId, rateCodes);
  checkCountry(shipment.shipFrom, "110308", "Missing or invalid ship from country code.");
  checkCountry(shipment.shipTo, "110208", "Missing or invalid ship to country code.");
  checkPlace(shipment.shipFrom, ratePlaceCodes);
  checkPlace(shipment.shipTo, ratePlaceCodes);
  checkPackages(shipment, rateCodes);
  checkPostalCode(shipment.shipFrom, "111107", "The postal code of the origin is invalid.");
  checkPostalCode(shipment.shipTo, "113021", "Missing or invalid ship to postal code.");
  checkState(shipment.shipFrom);
  checkState(shipment.shipTo);
  requireField(isShopping || shipment.serviceCode !== "", "RateRequest.Shipment.Service.Code");
  if (!isShopping) checkService(shipment, rateCodes);
  checkOptions(shipment, rateCodes);
  checkReturn(shipment, rateCodes);
  checkCharges(shipment, "RateRequest.Shipment.PaymentDetails.ShipmentCharge", rateCodes);
  // Print and Mail has no price before it is bought.
  requireBounds(shipment.returnService?.code !== "2", "RateRequest.Shipment.ShipmentServiceOptions.ReturnService.Code");
}

function checkCountry({ country }: Party, code: string, message: string): void {
  if (!/^[A-Z]{2}$/.test(country)) throw new Refusal(code, message);
}

function checkPostalCode({ country, postalCode }: Party, code: string, message: string): void {
  if (!isPostalCode(country, postalCode)) throw new Refusal(code, message);
}

/** A price needs none: what is given belongs to the country. 111286 is UPS's own for that (its older developer guide). */
function checkState({ country, state }: Party): void {
  if (state === "" || isState(country, state)) return;
  throw new Refusal("111286", `The state ${state} is not valid for ${country}.`);
}

const dayMs = 86_400_000;

/** The extra fields that time in transit needs; returns the day of pickup. */
export function checkTimeInTransit(body: unknown, shipment: RequestedShipment, today: Date): Date {
  const path = "RateRequest.Shipment.DeliveryTimeInformation";
  requireField(textAt(body, `${path}.PackageBillType`) !== "", `${path}.PackageBillType`);
  if (!isQualifiedDomestic(shipment.shipFrom.country, shipment.shipTo.country)) {
    const weight = "RateRequest.Shipment.ShipmentTotalWeight";
    requireField(isPresent(body, `${weight}.Weight`), weight);
    if (!shipment.invoiceTotal) throw new Refusal("111549", "Invalid Shipment Contents Value");
  }
  const date = textAt(body, `${path}.Pickup.Date`);
  return date ? pickupDay(date, `${path}.Pickup.Date`, today) : today;
}

function pickupDay(date: string, path: string, today: Date): Date {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(date) ?? [];
  const pickup = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const days = (pickup.getTime() - today.getTime()) / dayMs;
  requireBounds(days >= -36 && days <= 61, path);
  return pickup;
}
