import type { Alert } from "../answer.js";
import type { RequestedPackage, RequestedShipment } from "../request/requested-shipment.js";

/**
 * Packaging with a rate of its own up to a weight: heavier it is carried all the same and rated by its weight, with an alert.
 * The alerts are in UPS's table of Ship's numbers; that Rate has them with 11 in front is a belief. 10 and 25 kg are the boxes'
 * names; half a pound (8 oz) or half a kilogram for letters is in UPS's rate guides, by way of integrators.
 */
interface FlatPackaging {
  ending: string;
  most: Record<string, number>;
  what: string;
}

const flatPackaging: Record<string, FlatPackaging> = {
  "01": { ending: "3060", most: { LBS: 0.5, KGS: 0.5 }, what: "letter" },
  "25": { ending: "1515", most: { LBS: 22, KGS: 10 }, what: "10 KG box" },
  "24": { ending: "1515", most: { LBS: 55, KGS: 25 }, what: "25 KG box" },
};

function isTooHeavy({ packaging, weight, weightUnit }: RequestedPackage): boolean {
  return Number(weight) > (flatPackaging[packaging]?.most[weightUnit] ?? Number.POSITIVE_INFINITY);
}

/** Each once. `product`: 11 of Rate, 12 of Ship. */
export function packagingAlerts({ packages }: RequestedShipment, product: "11" | "12"): Alert[] {
  const rows = new Set(packages.filter(isTooHeavy).flatMap(({ packaging }) => flatPackaging[packaging] ?? []));
  return [...rows].map(({ ending, what }) => ({
    Code: product + ending,
    Description: `Too heavy for the rate of a ${what}: rated by weight`,
  }));
}
