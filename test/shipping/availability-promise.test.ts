import fc from "fast-check";
import { dispatchedAtOnce, type StoredDispatch } from "../../src/entities/values/stored-method-rules.js";
import {
  type DispatchPlace,
  handoverDay,
  type KnownTransit,
  promisedDays,
  sendersDay,
} from "../../src/shipping/availability/promise.js";

const weekdays = [1, 2, 3, 4, 5];
const berlin: DispatchPlace = { timeZone: "Europe/Berlin", workingDays: weekdays };
const newYork: DispatchPlace = { timeZone: "America/New_York", workingDays: weekdays };
const unknown: KnownTransit = { estimatedDeliveryDate: null, transitDays: null };
const dispatch = (parts: Partial<StoredDispatch>): StoredDispatch => ({ ...dispatchedAtOnce, ...parts });
const handover = (parts: Partial<StoredDispatch>, place: DispatchPlace, now: string) =>
  handoverDay(dispatch(parts), place, new Date(now));

// 2026-03-06 is a Friday, 2026-03-09 a Monday. Clocks change on 2026-03-08 and 2026-11-01 in New York, on 2026-03-29 and
// 2026-10-25 in Berlin.
it.each([
  ["before the cut-off", { cutOffTime: "14:00" }, berlin, "2026-03-05T12:59:59.999Z", "2026-03-05"],
  ["at the cut-off", { cutOffTime: "14:00" }, berlin, "2026-03-05T13:00:00.000Z", "2026-03-05"],
  ["past it by a millisecond", { cutOffTime: "14:00" }, berlin, "2026-03-05T13:00:00.001Z", "2026-03-06"],
  ["past it on a Friday", { cutOffTime: "14:00" }, berlin, "2026-03-06T13:00:00.001Z", "2026-03-09"],
  ["past it on a Saturday", { cutOffTime: "14:00" }, berlin, "2026-03-07T18:00:00Z", "2026-03-09"],
  ["without a cut-off, late", {}, berlin, "2026-03-05T22:59:59Z", "2026-03-05"],
  ["without a cut-off, past midnight there", {}, berlin, "2026-03-05T23:00:00Z", "2026-03-06"],
  ["the evening before, there", {}, newYork, "2026-03-06T04:59:59Z", "2026-03-05"],
  ["with a cut-off at midnight", { cutOffTime: "00:00" }, berlin, "2026-03-05T09:00:00Z", "2026-03-06"],
  [
    "in the method's own zone",
    { cutOffTime: "14:00", timeZone: "Asia/Tokyo" },
    berlin,
    "2026-03-05T06:00:00Z",
    "2026-03-06",
  ],
  ["with two days of handling", { handlingDays: 2 }, berlin, "2026-03-05T09:00:00Z", "2026-03-09"],
  [
    "with handling over a weekend",
    { handlingDays: 1, cutOffTime: "09:00" },
    berlin,
    "2026-03-06T12:00:00Z",
    "2026-03-10",
  ],
  ["on a blackout day", { blackoutDays: ["2026-03-05"] }, berlin, "2026-03-05T09:00:00Z", "2026-03-06"],
  [
    "handled around blackout days",
    { handlingDays: 1, blackoutDays: ["2026-03-06", "2026-03-09"] },
    berlin,
    "2026-03-05T09:00:00Z",
    "2026-03-10",
  ],
  [
    "where Saturdays are worked",
    { handlingDays: 1 },
    { ...berlin, workingDays: [1, 6] },
    "2026-03-06T09:00:00Z",
    "2026-03-09",
  ],
  ["where no day is known to be", {}, { ...berlin, workingDays: [] }, "2026-03-07T09:00:00Z", "2026-03-09"],
  [
    "as New York's clocks go forward",
    { cutOffTime: "14:00" },
    { ...newYork, workingDays: [7] },
    "2026-03-08T18:00:00Z",
    "2026-03-08",
  ],
  [
    "past it, as they do",
    { cutOffTime: "14:00" },
    { ...newYork, workingDays: [7] },
    "2026-03-08T18:00:00.001Z",
    "2026-03-15",
  ],
  [
    "as New York's clocks go back",
    { cutOffTime: "14:00" },
    { ...newYork, workingDays: [7] },
    "2026-11-01T19:00:00Z",
    "2026-11-01",
  ],
  [
    "past it, as those do",
    { cutOffTime: "14:00" },
    { ...newYork, workingDays: [7] },
    "2026-11-01T19:00:00.001Z",
    "2026-11-08",
  ],
  [
    "as Berlin's clocks go forward",
    { cutOffTime: "12:00" },
    { ...berlin, workingDays: [7] },
    "2026-03-29T10:00:00Z",
    "2026-03-29",
  ],
  [
    "past it, as they do there",
    { cutOffTime: "12:00" },
    { ...berlin, workingDays: [7] },
    "2026-03-29T10:00:00.001Z",
    "2026-04-05",
  ],
  [
    "in an hour that comes twice, the first time",
    { cutOffTime: "02:30" },
    { ...berlin, workingDays: [7] },
    "2026-10-25T00:30:00Z",
    "2026-10-25",
  ],
  [
    "in an hour that comes twice, the second time",
    { cutOffTime: "02:30" },
    { ...berlin, workingDays: [7] },
    "2026-10-25T01:15:00Z",
    "2026-11-01",
  ],
  [
    "at a time that the clocks leave out",
    { cutOffTime: "02:30" },
    { ...berlin, workingDays: [7] },
    "2026-03-29T01:30:00.001Z",
    "2026-04-05",
  ],
  [
    "over the change, with handling",
    { handlingDays: 1 },
    { ...berlin, workingDays: [1, 2, 3, 4, 5, 6, 7] },
    "2026-10-24T22:30:00Z",
    "2026-10-26",
  ],
] as const)("%s is handed over on the right day", (_, parts, place, now, expected) => {
  expect(handover(parts as Partial<StoredDispatch>, place as unknown as DispatchPlace, now)).toBe(expected);
});

const thursday = new Date("2026-03-05T09:00:00Z");
const promised = (offer: Partial<KnownTransit>, parts: Partial<StoredDispatch> = {}) => {
  const { earliest, latest } = promisedDays(dispatch(parts), berlin, thursday, { ...unknown, ...offer });
  return [earliest, latest];
};

it("promises the carrier's own day of the handover, and none before it", () => {
  expect(promised({ estimatedDeliveryDate: "2026-03-07", transitDays: 9 })).toEqual(["2026-03-07", "2026-03-07"]);
  expect(promised({ estimatedDeliveryDate: "2026-03-02" })).toEqual(["2026-03-05", "2026-03-05"]);
});

it("counts the carrier's working days where it says no day, or that of another handover", () => {
  const later = { handlingDays: 1 };
  expect(promised({ transitDays: 2 })).toEqual(["2026-03-09", "2026-03-09"]);
  expect(promised({ transitDays: 0 })).toEqual(["2026-03-05", "2026-03-05"]);
  const asked = { shippedOn: "2026-03-05", estimatedDeliveryDate: "2026-03-09" };
  expect(promised(asked, later)).toEqual(["2026-03-10", "2026-03-10"]);
  expect(promised({ ...asked, transitDays: 1 }, later)).toEqual(["2026-03-09", "2026-03-09"]);
  expect(promised({ ...asked, estimatedDeliveryDate: "2026-03-26" }, later)).toEqual(["2026-03-27", "2026-03-27"]);
});

it("promises the merchant's own days where no carrier says any, else none", () => {
  const transitDays = { min: 1, max: 3 };
  expect(promised({}, { transitDays })).toEqual(["2026-03-06", "2026-03-10"]);
  expect(promised({ transitDays: 1 }, { transitDays })).toEqual(["2026-03-06", "2026-03-06"]);
  expect(promised({})).toEqual([null, null]);
  expect(promised({}, { transitDays: null })).toEqual([null, null]);
  expect(promised({ transitDays: 1e9 })).toEqual([null, null]);
});

it("knows the sender's day", () => {
  const now = new Date("2026-03-05T23:30:00Z");
  expect([sendersDay(dispatch({}), berlin, now), sendersDay(dispatch({}), newYork, now)]).toEqual([
    "2026-03-06",
    "2026-03-05",
  ]);
  expect(sendersDay(dispatch({ timeZone: "America/New_York" }), berlin, now)).toBe("2026-03-05");
});

/** Instants around the days on which clocks change, to the second. */
const instants = fc
  .tuple(
    fc.constantFrom("2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01", "2026-07-01"),
    fc.integer({ min: -86_400, max: 2 * 86_400 }),
  )
  .map(([day, seconds]) => new Date(Date.parse(`${day}T00:00:00Z`) + seconds * 1000));
const cutOffs = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30", "59"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);
const dispatches = fc.record({
  handlingDays: fc.integer({ min: 0, max: 4 }),
  cutOffTime: fc.option(cutOffs),
  timeZone: fc.constantFrom(null, "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"),
  blackoutDays: fc.subarray(["2026-03-09", "2026-03-29", "2026-03-30", "2026-10-26", "2026-11-02"]),
  transitDays: fc.constantFrom(null, { min: 1, max: 3 }),
});
const places = fc.record({
  timeZone: fc.constantFrom("Europe/Berlin", "America/New_York"),
  workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
});
const offers = fc.record({
  estimatedDeliveryDate: fc.constantFrom(null, "2026-03-10", "2026-10-27"),
  transitDays: fc.option(fc.integer({ min: 0, max: 6 })),
});

it("promises no day before the handover, which is a day of work, and no earlier one for a later order", () => {
  fc.assert(
    fc.property(dispatches, places, offers, instants, instants, (parts, place, offer, left, right) => {
      const [first, second] = left < right ? [left, right] : [right, left];
      const [before, after] = [first, second].map((now) => promisedDays(parts, place, now, offer)) as [Days, Days];
      expect(before.handedOverOn >= sendersDay(parts, place, first)).toBe(true);
      expect(parts.blackoutDays).not.toContain(before.handedOverOn);
      expect(before.handedOverOn <= after.handedOverOn).toBe(true);
      expect([before.handedOverOn, before.earliest, before.latest].filter((day) => day !== null)).toEqual(
        [before.handedOverOn, before.earliest, before.latest].filter((day) => day !== null).sort(),
      );
      expect((before.latest ?? "") <= (after.latest ?? "")).toBe(true);
    }),
  );
});
type Days = ReturnType<typeof promisedDays>;

it("turns at the cut-off and at no other instant of a day of work", () => {
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  fc.assert(
    fc.property(cutOffs, fc.constantFrom("Europe/Berlin", "America/New_York"), (cutOffTime, timeZone) => {
      const place = { timeZone, workingDays: everyDay };
      const at = (now: number) => handoverDay(dispatch({ cutOffTime }), place, new Date(now));
      // New York and Berlin in July: four hours behind UTC, and two ahead.
      const offset = timeZone === "Europe/Berlin" ? "+02:00" : "-04:00";
      const cutOff = Date.parse(`2026-07-01T${cutOffTime}:00${offset}`);
      expect([at(cutOff), at(cutOff + 1)]).toEqual(["2026-07-01", "2026-07-02"]);
    }),
  );
});
