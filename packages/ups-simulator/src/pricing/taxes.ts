import type { RequestedShipment } from "../request/requested-shipment.js";
import { isEuropeanUnion } from "./countries.js";

export interface Tax {
  type: string;
  percent: number;
}

const harmonisedProvinces: Record<string, number> = { ON: 13, NB: 15, NS: 15, NL: 15, PE: 15 };

/** The tax on a lane; null where none is due (exports, the United States). */
export function taxOf({ shipFrom, shipTo }: RequestedShipment): Tax | null {
  if (shipFrom.country === "CA" && shipTo.country === "CA") {
    const harmonised = harmonisedProvinces[shipTo.state];
    return harmonised ? { type: "HST", percent: harmonised } : { type: "GST", percent: 5 };
  }
  if (isEuropeanUnion(shipFrom.country) && isEuropeanUnion(shipTo.country)) return { type: "VAT", percent: 20 };
  return shipFrom.country === "GB" && shipTo.country === "GB" ? { type: "VAT", percent: 20 } : null;
}
