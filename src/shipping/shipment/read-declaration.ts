import type { PackedItem } from "../../entities/packed-item.js";
import type { Shipment } from "../../entities/shipment.js";
import {
  plainDeclaration,
  type StoredCustomsDeclaration,
  type StoredTaxNumber,
} from "../../entities/values/stored-shipment-details.js";
import { masked } from "../mask.js";
import { contentsValueOf, toCarrierCustoms } from "./carrier-details.js";
import { storedItem } from "./stored-details.js";

/** The declaration as the carrier is told it, defaults filled in; `packed`: the items of each package. */
export function readDeclaration(shipment: Shipment, customs: StoredCustomsDeclaration, packed: PackedItem[][]) {
  const { shipDate, returnService } = shipment;
  const packages = packed.map((items) => ({ items: items.map(storedItem) }));
  const declared = toCarrierCustoms({ customs, packages, shipDate, returnService });
  const items = declared?.items ?? [];
  const taxNumbers = (customs.taxNumbers ?? []).map(withoutPersons);
  const currencyCode = declared?.currencyCode || null;
  const reasonForExport = declared?.reasonForExport ?? "SALE";
  return {
    ...plainDeclaration,
    ...customs,
    reasonForExport,
    currencyCode,
    items,
    taxNumbers,
    goodsValue: contentsValueOf(items),
  };
}

/** A person's number is told to customs, and not given out. */
function withoutPersons(taxNumber: StoredTaxNumber): StoredTaxNumber {
  return taxNumber.kind === "PERSONAL_TAX_ID" ? { ...taxNumber, number: masked(taxNumber.number, 2) } : taxNumber;
}
