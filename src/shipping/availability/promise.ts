import type { StoredDispatch } from "../../entities/values/stored-method-rules.js";
import { instantOf, localTime } from "./local-time.js";
import {
  addWorkingDays,
  carriersDaysBetween,
  carriersWorkingDay,
  dayAfter,
  type IsWorkingDay,
  weekdayOf,
  workingDayFrom,
} from "./working-days.js";

/** Where a parcel leaves. */
export interface DispatchPlace {
  /** IANA name, of `timeZoneOf` where there is no place; a method's own comes first. */
  timeZone: string;
  /** 1 Monday to 7 Sunday; none: Monday to Friday. */
  workingDays: number[];
}

/** What is known of the way, of a carrier's offer. */
export interface KnownTransit {
  /** YYYY-MM-DD, of a parcel handed over on `shippedOn`. */
  estimatedDeliveryDate: string | null;
  /** The carrier's working days. */
  transitDays: number | null;
  /** The day the carrier was asked about; none: the day of the handover. */
  shippedOn?: string | null;
}

/** Days, YYYY-MM-DD. Null: nobody can say when it arrives. */
export interface Promised {
  handedOverOn: string;
  earliest: string | null;
  latest: string | null;
}

/** The day where the sender is, which blackout days are compared with. */
export function sendersDay(dispatch: StoredDispatch, place: DispatchPlace, now: Date): string {
  return localTime(dispatch.timeZone ?? place.timeZone, now).day;
}

/**
 * When a parcel that is ordered now is handed to the carrier: YYYY-MM-DD in the sender's time zone, which is the day to ask
 * the carrier's prices and delivery days of. An order counts as of the first working day from now on, of the next one where
 * that is today and the cut-off has passed (at the cut-off itself it has not); handling takes working days more. Nobody works
 * on blackout days.
 */
export function handoverDay(dispatch: StoredDispatch, place: DispatchPlace, now: Date): string {
  const day = sendersDay(dispatch, place, now);
  const isWorkingDay = workingDaysOf(dispatch, place);
  const firstDay = isLate(dispatch, place, day, now) ? dayAfter(day) : day;
  return addWorkingDays(workingDayFrom(firstDay, isWorkingDay), dispatch.handlingDays, isWorkingDay);
}

/**
 * When a buyer has it who orders now: never before it is handed over. The carrier's day where it is of that handover, else as
 * many of the carrier's working days, Monday to Friday, after it; without either the merchant's own days on the way.
 */
export function promisedDays(dispatch: StoredDispatch, place: DispatchPlace, now: Date, offer: KnownTransit): Promised {
  const handedOverOn = handoverDay(dispatch, place, now);
  const carriers = carriersDay(handedOverOn, offer);
  if (carriers !== null) return { handedOverOn, earliest: carriers, latest: carriers };
  const own = dispatch.transitDays ?? null;
  const after = (days: number) => addWorkingDays(handedOverOn, days, carriersWorkingDay);
  return { handedOverOn, earliest: own && after(own.min), latest: own && after(own.max) };
}

function carriersDay(handedOverOn: string, offer: KnownTransit): string | null {
  const { estimatedDeliveryDate: estimated, shippedOn } = offer;
  const isOfThisDay = (shippedOn ?? handedOverOn) === handedOverOn;
  if (estimated !== null && isOfThisDay) return estimated > handedOverOn ? estimated : handedOverOn;
  const days = offer.transitDays ?? daysOnTheWay(offer);
  if (days === null || days > mostTransitDays) return null;
  return addWorkingDays(handedOverOn, days, carriersWorkingDay);
}

/** Nothing that anybody waits for is longer on the way. */
const mostTransitDays = 366;

function daysOnTheWay({ estimatedDeliveryDate, shippedOn }: KnownTransit): number | null {
  if (estimatedDeliveryDate === null || shippedOn == null) return null;
  return carriersDaysBetween(shippedOn, estimatedDeliveryDate);
}

function workingDaysOf({ blackoutDays }: StoredDispatch, place: DispatchPlace): IsWorkingDay {
  const named = place.workingDays.filter((weekday) => weekday >= 1 && weekday <= 7);
  const weekdays = new Set(named.length > 0 ? named : [1, 2, 3, 4, 5]);
  const closed = new Set(blackoutDays);
  return (day) => weekdays.has(weekdayOf(day)) && !closed.has(day);
}

/** Asked of the instant, not of the clock: an hour that comes twice is late once it was late. */
function isLate(dispatch: StoredDispatch, place: DispatchPlace, day: string, now: Date): boolean {
  if (dispatch.cutOffTime === null) return false;
  const [hours, minutes] = dispatch.cutOffTime.split(":").map(Number) as [number, number];
  const cutOff = { day, time: (hours * 60 + minutes) * 60 * 1000 };
  return now.getTime() > instantOf(dispatch.timeZone ?? place.timeZone, cutOff);
}
