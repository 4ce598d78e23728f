import fc from "fast-check";
import { parseLatestDropOff } from "../../src/ups/locations/latest-drop-off.js";
import { isoWeekday, minutesOf, parseOpeningHours, type UpsDay } from "../../src/ups/locations/opening-hours.js";

const aDay = (over: Partial<UpsDay>): UpsDay => ({
  day: "2",
  opens: [],
  closes: [],
  isClosed: false,
  isAlwaysOpen: false,
  ...over,
});

/** As UPS writes it: hours and minutes without leading zeros, midnight 0. */
const military = (minutes: number) => String(Math.floor((minutes % 1440) / 60) * 100 + (minutes % 60));

it("reads unpadded times, midnight as 0 and Sunday as the last day", () => {
  expect(parseOpeningHours([aDay({ day: "1", opens: ["930"], closes: ["0"] })])).toEqual([
    { weekday: 7, opens: "09:30", closes: "00:00" },
  ]);
  expect(["0", "5", "930", "0930", "09:30", "9:30 A.M.", "93000", "2400"].map(minutesOf)).toEqual([
    0, 5, 570, 570, 570, 570, 570, 1440,
  ]);
  expect(["", "960", "2401", "noon", "1234567", "-1"].map(minutesOf)).toEqual([null, null, null, null, null, null]);
  expect(["1", "2", "7", "0", "8", ""].map(isoWeekday)).toEqual([7, 1, 6, null, null, null]);
});

it("keeps split shifts apart, in order", () => {
  expect(parseOpeningHours([aDay({ opens: ["1400", "930"], closes: ["1830", "1230"] })])).toEqual([
    { weekday: 1, opens: "09:30", closes: "12:30" },
    { weekday: 1, opens: "14:00", closes: "18:30" },
  ]);
});

it("gives what goes past midnight to both days, also from Sunday to Monday", () => {
  expect(parseOpeningHours([aDay({ day: "1", opens: ["1800"], closes: ["200"] })])).toEqual([
    { weekday: 1, opens: "00:00", closes: "02:00" },
    { weekday: 7, opens: "18:00", closes: "00:00" },
  ]);
});

it("knows closed and around the clock", () => {
  expect(parseOpeningHours([aDay({ isAlwaysOpen: true })])).toEqual([{ weekday: 1, opens: "00:00", closes: "00:00" }]);
  expect(parseOpeningHours([aDay({ opens: ["0"], closes: ["0"] })])).toEqual([
    { weekday: 1, opens: "00:00", closes: "00:00" },
  ]);
  expect(parseOpeningHours([aDay({ isClosed: true, opens: ["900"], closes: ["1700"] })])).toEqual([]);
});

it("leaves out what it cannot read rather than guess", () => {
  const days = [
    aDay({ opens: ["900"], closes: [] }),
    aDay({ opens: ["nine"], closes: ["1700"] }),
    aDay({ opens: ["900"], closes: ["900"] }),
    aDay({ day: "9", opens: ["900"], closes: ["1700"] }),
  ];
  expect(parseOpeningHours(days)).toEqual([]);
});

/** Every minute of a week that a timetable covers, as UPS's days would say it. */
const timetables = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 7 }),
    shifts: fc.array(fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1439 })), { maxLength: 3 }),
  }),
  { maxLength: 7 },
);

const minuteOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

it("covers exactly the minutes that UPS names, in ordered intervals that never touch", () => {
  fc.assert(
    fc.property(timetables, (timetable) => {
      const open = new Set<number>();
      for (const { day, shifts } of timetable) {
        for (const [from, length] of shifts) {
          const start = ((day + 5) % 7) * 1440 + from;
          for (let minute = start; minute < start + length; minute += 1) open.add(minute % (7 * 1440));
        }
      }
      const days = timetable.map(({ day, shifts }) =>
        aDay({
          day: String(day),
          opens: shifts.map(([from]) => military(from)),
          closes: shifts.map(([from, length]) => military(from + length)),
        }),
      );
      const intervals = parseOpeningHours(days);
      const covered = new Set<number>();
      let before = -1;
      for (const { weekday, opens, closes } of intervals) {
        const from = (weekday - 1) * 1440 + minuteOf(opens);
        const to = (weekday - 1) * 1440 + (minuteOf(closes) || 1440);
        const isNewDay = from % 1440 === 0;
        expect(from > before || (from === before && isNewDay)).toBe(true);
        expect(to).toBeGreaterThan(from);
        for (let minute = from; minute < to; minute += 1) covered.add(minute);
        before = to;
      }
      expect(covered).toEqual(open);
    }),
    { numRuns: 60 },
  );
});

it("never fails on whatever text stands for a time", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (day, opens, closes) => {
      for (const interval of parseOpeningHours([aDay({ day, opens: [opens], closes: [closes] })])) {
        expect(interval).toEqual({
          weekday: expect.any(Number),
          opens: expect.stringMatching(/^([01]\d|2[0-3]):[0-5]\d$/),
          closes: expect.stringMatching(/^([01]\d|2[0-3]):[0-5]\d$/),
        });
      }
      parseLatestDropOff([opens], "GROUND", [1]);
    }),
  );
});

describe("the latest drop-off", () => {
  it("is read from words, by single days and by spans", () => {
    const words = ["Mon-Fri: 5:30pm; Sat: 12:15pm; Sun: No Pickup"];
    const at = (weekday: number, time: string) => ({ weekday, service: "AIR", time });
    expect(parseLatestDropOff(words, "AIR", [])).toEqual([
      ...[1, 2, 3, 4, 5].map((weekday) => at(weekday, "17:30")),
      at(6, "12:15"),
    ]);
  });

  it("is read from a military time, for the days the place is open", () => {
    expect(parseLatestDropOff(["930"], "GROUND", [1, 6])).toEqual([
      { weekday: 1, service: "GROUND", time: "09:30" },
      { weekday: 6, service: "GROUND", time: "09:30" },
    ]);
  });

  it("is left out where nothing says it", () => {
    expect(parseLatestDropOff(["No Pickup", "", "Sat: closed"], "GROUND", [1])).toEqual([]);
  });
});
