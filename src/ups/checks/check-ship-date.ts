import type { CarrierMessage, FieldProblem } from "../../carrier/values.js";
import { shipDateWindow } from "../words/limits.js";
import { problem, when } from "../words/problems.js";

const dayMs = 86_400_000;

/**
 * The ship date (YYYY-MM-DD) in UPS's window, by the day in UTC. A day is granted before, since it may be that day still
 * where the sender is; none after, since UPS refuses what is too far ahead by a clock that it does not name.
 */
export function checkShipDate(shipDate: string | null, isPurchase: boolean, now: Date): FieldProblem[] {
  if (shipDate === null) return [];
  const path = ["shipDate"];
  const days = daysAhead(shipDate, now);
  if (days === null) return [problem("INVALID", path, "A date is written YYYY-MM-DD")];
  const first = isPurchase ? 0 : shipDateWindow.rateFrom;
  const last = isPurchase ? shipDateWindow.shipTo : shipDateWindow.rateTo;
  const message = `UPS takes dates from ${first} to ${last} days from today`;
  return when(days < first - 1 || days > last, problem("INVALID", path, message));
}

/** Of what is priced or drafted for a day for which UPS sells no label yet. */
export function shipDateNotices(shipDate: string | null, now: Date): CarrierMessage[] {
  const days = shipDate === null ? null : daysAhead(shipDate, now);
  if (days === null || days <= shipDateWindow.shipTo) return [];
  const text = `UPS sells labels for ${shipDate} at the earliest ${shipDateWindow.shipTo} days before.`;
  return [{ code: "SHIP_DATE_AHEAD", severity: "WARNING", text }];
}

/** Null: it is no day. */
function daysAhead(shipDate: string, now: Date): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(shipDate) ? Date.parse(`${shipDate}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== shipDate) return null;
  return at / dayMs - Math.floor(now.getTime() / dayMs);
}
