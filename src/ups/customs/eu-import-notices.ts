import type { CustomsDeclaration } from "../../carrier/customs.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { laneOf } from "../words/lanes.js";
import { isForCustoms } from "./declaration.js";
import { isEuImport } from "./eu-import.js";
import { isLowValue, lowValueEur } from "./low-value.js";
import { lacksMakersNumber, lacksSku } from "./product-identifiers.js";

/** From when UPS asks for product identifiers of sales to consumers (UPS's guide of August 2026). */
const identifiersFrom = "2026-10-25";

/**
 * What UPS asks for of imports into the European Union and nobody has given. UPS takes the shipment without it, as far as
 * is known; customs may hold it. Of returns nothing is asked.
 */
export function euImportNotices(details: ShipmentDetails, now: Date): CarrierMessage[] {
  const { returnService, customs } = details;
  if (returnService !== null || !isEuImport(laneOf(details)) || !isForCustoms(details)) return [];
  const missing = customs === null ? ["the declaration"] : missingOf(customs, details.shipDate ?? now.toISOString());
  if (missing.length === 0) return [];
  const text =
    `For imports into the European Union UPS asks for what customsDeclaration lacks: ${missing.join("; ")}. ` +
    "Customs may hold the shipment without it.";
  return [{ code: "EU_IMPORT_INCOMPLETE", severity: "WARNING", text }];
}

function missingOf(customs: CustomsDeclaration, day: string): string[] {
  const isToConsumer = customs.recipientKind !== "BUSINESS" && customs.reasonForExport.trim().toUpperCase() === "SALE";
  const unknown = day >= identifiersFrom && isToConsumer ? missingIdentifiers(customs) : [];
  return [
    ...(customs.recipientKind === null ? ["recipientKind, business or consumer"] : []),
    ...(isLowValue(customs) === null ? [`isLowValue, at most ${lowValueEur} EUR`] : []),
    ...unknown,
  ];
}

/** What is missing, each with the items that lack it. */
function missingIdentifiers({ items }: CustomsDeclaration): string[] {
  const lacks = { sku: items.map(lacksSku), "gtin or manufacturerProductId": items.map(lacksMakersNumber) };
  return Object.entries(lacks).flatMap(([what, lacking]) => {
    const at = lacking.flatMap((isLacking, index) => (isLacking ? [index + 1] : []));
    return at.length > 0 ? [`${what} of item ${at.join(", ")}`] : [];
  });
}
