import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { goodsTotal } from "../customs/invoice-total.js";
import { isSold } from "../words/catalogue.js";
import { serviceRows } from "../words/codes.js";
import { laneOf, needsDescription, needsInvoiceTotal } from "../words/lanes.js";
import { letter } from "../words/package-types.js";

/** A price needs no goods where the label does: told with prices, so that nobody learns it from the purchase. */
export function goodsNotices(details: ShipmentDetails): CarrierMessage[] {
  const { packages, returnService } = details;
  const lane = laneOf(details);
  const isValueMissing = needsInvoiceTotal(lane, returnService !== null) && goodsTotal(details) === null;
  const without = packages.some(({ description }) => description?.trim()) ? null : servicesWithout(details);
  const needs = [
    ...(without === null
      ? []
      : [`items with a description${without.length > 0 ? `, but for ${without.join(", ")}` : ""}`]),
    ...(isValueMissing ? ["the value of the goods"] : []),
  ];
  if (needs.length === 0) return [];
  const text = `To buy a label from ${lane.from} to ${lane.to}, UPS needs ${needs.join(" and ")}.`;
  return [{ code: "GOODS_NEEDED", severity: "INFO", text }];
}

/** The lane's services that do without a description; null: all do. */
function servicesWithout(details: ShipmentDetails): string[] | null {
  const lane = laneOf(details);
  const isLettersOnly = details.packages.every(({ packageType }) => packageType === letter);
  const sold = serviceRows.filter((row) => !row.named && isSold(row, lane.from, lane.to));
  const without = sold.filter(({ ups }) => !needsDescription(lane, ups, isLettersOnly));
  return without.length === sold.length ? null : without.map(({ name }) => name);
}
