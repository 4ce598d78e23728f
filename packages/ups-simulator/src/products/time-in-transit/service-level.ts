import { laneOf } from "../../pricing/lanes.js";
import { serviceName } from "../../pricing/services.js";

/** Time in Transit's own codes by Ship's service code; the same code means different things on different lanes. */
const american: Record<string, string> = {
  ...{ "14": "1DM", "01": "1DA", "13": "1DP", "59": "2DM", "02": "2DA", "12": "3DS", "03": "GND" },
  ...{ "54": "21", "07": "01", "65": "28", "11": "03", "08": "05" },
};
const euDomestic: Record<string, string> = { "54": "23", "07": "24", "65": "26", "11": "25" };
const euToEu: Record<string, string> = { "54": "22", "07": "10", "65": "18", "11": "08" };
const euExport: Record<string, string> = { "54": "21", "07": "01", "65": "28", "08": "05", "11": "68" };

const byLane: Record<string, Record<string, string>> = {
  DE_DOMESTIC: euDomestic,
  EU_DOMESTIC: euDomestic,
  EU_TO_EU: euToEu,
  EU_EXPORT: euExport,
};

/** Null: the service has no code there that is known. */
export function serviceLevel(serviceCode: string, from: string, to: string): { code: string; name: string } | null {
  const code = (byLane[laneOf(from, to)] ?? american)[serviceCode];
  return code === undefined ? null : { code, name: serviceName(serviceCode, from) };
}
