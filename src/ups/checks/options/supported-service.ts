import { isSold } from "../../words/catalogue.js";
import type { ServiceRow } from "../../words/codes.js";
import type { Lane } from "../../words/lanes.js";
import { laneInWords } from "./option-rule.js";

/** Between the 48 states that touch alone (general knowledge; no answer seen). */
const threeDaySelect = "12";

/**
 * Why labels of the service are not bought on the lane; null: they are. It speaks of this service and not of UPS, which
 * sells more than is bought here, and on more lanes than the catalogue knows.
 */
export function unsupportedReason(service: ServiceRow, lane: Lane): string | null {
  if (!isSold(service, null, null)) return `${service.name} is not supported by this service`;
  if (lane.isApart && service.ups === threeDaySelect) return `${service.name} does not reach Alaska and Hawaii`;
  if (isSold(service, lane.from, lane.to)) return null;
  return `${service.name} is not supported by this service ${laneInWords(lane)}`;
}
