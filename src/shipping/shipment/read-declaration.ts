import type { PackedItem } from "../../entities/packed-item.js";
import type { Shipment } from "../../entities/shipment.js";
import { plainDeclaration, type StoredCustomsDeclaration } from "../../entities/values/stored-shipment-details.js";
import { contentsValueOf, toCarrierCustoms } from "./carrier-details.js";
import { storedItem } from "./stored-details.js";

/** The declaration as the carrier is told it, defaults filled in; `packed`: the items of each package. */
export function readDeclaration(shipment: Shipment, customs: StoredCustomsDeclaration, packed: PackedItem[][]) {
  const { shipDate, returnService } = shipment;
  const packages = packed.map((items) => ({ items: items.map(storedItem) }));
  const declared = toCarrierCustoms({ customs, packages, shipDate, returnService });
  const items = declared?.items ?? [];
  const currencyCode = declared?.currencyCode || null;
  const reasonForExport = declared?.reasonForExport ?? "SALE";
  return { ...plainDeclaration, ...customs, reasonForExport, currencyCode, items, goodsValue: contentsValueOf(items) };
}
