import type { UpsCall } from "../../operation.js";
import { isPostalCode } from "../../pricing/countries.js";
import { leaves, refuseUnknownNames } from "../../request/accepted-names.js";
import { textAt } from "../../request/json-reading.js";
import type { Party } from "../../request/requested-shipment.js";
import { requireBounds, requireField } from "../../request/rule-codes.js";

export interface TransitRequest {
  shipFrom: Party;
  shipTo: Party;
  /** YYYY-MM-DD. */
  shipDate: string;
  shipTime: string;
  billType: string;
}

const names = leaves(
  "originCountryCode originStateProvince originCityName originTownName originPostalCode destinationCountryCode " +
    "destinationStateProvince destinationCityName destinationTownName destinationPostalCode residentialIndicator shipDate " +
    "shipTime weight weightUnitOfMeasure shipmentContentsValue shipmentContentsCurrencyCode billType avvFlag " +
    "numberOfPackages returnUnfilterdServices maxList premierIndicator",
);

const dayMs = 86_400_000;

/** The request within UPS's rules. Throws a `Refusal`. */
export function readTransitRequest({ body, at }: UpsCall): TransitRequest {
  refuseUnknownNames(body, names);
  const [shipFrom, shipTo] = [readPlace(body, "origin"), readPlace(body, "destination")];
  if (shipFrom.country === shipTo.country) {
    requireField(shipFrom.postalCode !== "", "originPostalCode");
    requireField(shipTo.postalCode !== "", "destinationPostalCode");
  } else {
    for (const name of ["weight", "weightUnitOfMeasure", "billType"]) requireField(textAt(body, name) !== "", name);
  }
  const billType = textAt(body, "billType");
  requireBounds(["", "02", "03", "04"].includes(billType), "billType");
  requireBounds(["", "01", "02"].includes(textAt(body, "residentialIndicator")), "residentialIndicator");
  return { shipFrom, shipTo, shipDate: readShipDate(body, at), shipTime: textAt(body, "shipTime"), billType };
}

function readPlace(body: unknown, side: "origin" | "destination"): Party {
  const country = textAt(body, `${side}CountryCode`).toUpperCase();
  requireField(country !== "", `${side}CountryCode`);
  requireBounds(/^[A-Z]{2}$/.test(country), `${side}CountryCode`);
  const postalCode = textAt(body, `${side}PostalCode`).toUpperCase().replace(/\s/g, "");
  requireBounds(postalCode === "" || isPostalCode(country, postalCode), `${side}PostalCode`);
  const [state, city] = [textAt(body, `${side}StateProvince`), textAt(body, `${side}CityName`)];
  const nobody = { name: "", attentionName: "", phone: "", phoneExtension: "", lines: [], isResidential: false };
  return { ...nobody, city, state, postalCode, country };
}

/** From 35 days ago to 60 days ahead; today where it is left out. */
function readShipDate(body: unknown, at: Date): string {
  const shipDate = textAt(body, "shipDate") || at.toISOString().slice(0, 10);
  const days = (Date.parse(`${shipDate}T00:00:00Z`) - Date.parse(at.toISOString().slice(0, 10))) / dayMs;
  requireBounds(/^\d{4}-\d{2}-\d{2}$/.test(shipDate) && days >= -35 && days <= 60, "shipDate");
  return shipDate;
}
