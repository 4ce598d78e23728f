import type { ShipmentDetails } from "../carrier/shipment-details.js";
import { TEXT_LIMITS } from "./limits.js";

/**
 * What is inside the whole shipment, in at most 50 characters: the packages' descriptions, each once, as many as fit
 * whole. Each alone fits, `checkShipment` has seen to that. Null when none is given.
 */
export function describeGoods(details: ShipmentDetails): string | null {
  const distinct = [...new Set(details.packages.map((pkg) => pkg.description?.trim() ?? "").filter(Boolean))];
  return distinct.reduce<string | null>((text, next) => {
    const joined = text === null ? next : `${text}, ${next}`;
    return joined.length <= TEXT_LIMITS.description ? joined : text;
  }, null);
}
