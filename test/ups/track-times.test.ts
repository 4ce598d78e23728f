import fc from "fast-check";
import { readActivityTime, readClock } from "../../src/ups/tracking/track-times.js";
import { readDate } from "../../src/ups/words/dates.js";

/** Half hours, quarter hours, both sides of the date line, and zones that change their clocks. */
const zones = [
  "UTC",
  "America/New_York",
  "America/Phoenix",
  "America/St_Johns",
  "Europe/London",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
];

const wallClock = (instant: Date, timeZone: string) => instant.toLocaleString("sv-SE", { timeZone });

/** An activity as UPS writes it, from an instant and a zone. */
function activityAt(instant: Date, timeZone: string, unpadded: boolean) {
  const [localDate = "", localTime = ""] = wallClock(instant, timeZone).split(" ");
  const [utcDate = "", utcTime = ""] = wallClock(instant, "UTC").split(" ");
  const minutes = (Date.parse(`${localDate}T${localTime}Z`) - Date.parse(`${utcDate}T${utcTime}Z`)) / 60_000;
  const digits = (text: string) => text.replaceAll(/[-:]/g, "");
  const time = (text: string) => (unpadded ? String(Number(digits(text))) : digits(text));
  const part = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const gmtOffset = `${minutes < 0 ? "-" : "+"}${part(Math.abs(minutes) / 60)}:${part(Math.abs(minutes) % 60)}`;
  return {
    ups: {
      date: digits(localDate),
      time: time(localTime),
      gmtDate: digits(utcDate),
      gmtTime: time(utcTime),
      gmtOffset,
    },
    told: { occurredAt: `${utcDate}T${utcTime}Z`, localDate, localTime, utcOffset: gmtOffset },
  };
}

const instants = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2035-12-31T23:59:59Z"),
  noInvalidDate: true,
});

it("gives the instant and the wall clock of any moment in any zone, padded or not", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), fc.boolean(), (instant, zone, unpadded) => {
      const { ups, told } = activityAt(instant, zone, unpadded);
      expect(readActivityTime(ups)).toEqual(told);
    }),
    { numRuns: 500 },
  );
});

it.each([
  ["the hour that comes twice, first", "2026-11-01T05:30:00Z", "America/New_York", "2026-11-01 01:30:00", "-04:00"],
  ["the hour that comes twice, second", "2026-11-01T06:30:00Z", "America/New_York", "2026-11-01 01:30:00", "-05:00"],
  ["after the hour that is left out", "2026-03-08T07:00:00Z", "America/New_York", "2026-03-08 03:00:00", "-04:00"],
  ["east of the date line", "2026-01-01T10:30:00Z", "Pacific/Kiritimati", "2026-01-02 00:30:00", "+14:00"],
  ["west of the date line", "2026-01-01T10:30:00Z", "Pacific/Pago_Pago", "2025-12-31 23:30:00", "-11:00"],
  ["half an hour off", "2026-02-28T18:30:00Z", "Asia/Kolkata", "2026-03-01 00:00:00", "+05:30"],
])("keeps apart what UTC and the clock show: %s", (_, instant, zone, local, offset) => {
  const [localDate, localTime] = local.split(" ");
  const { ups } = activityAt(new Date(instant), zone, true);
  expect(readActivityTime(ups)).toEqual({ occurredAt: instant, localDate, localTime, utcOffset: offset });
});

it("never moves an instant by the offset", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), fc.constantFrom(...zones), (instant, left, right) => {
      const instantIn = (zone: string) => readActivityTime(activityAt(instant, zone, false).ups).occurredAt;
      expect(instantIn(left)).toBe(instantIn(right));
    }),
  );
});

it.each([
  ["74700", "07:47:00"],
  ["0", "00:00:00"],
  ["3000", "00:30:00"],
  ["235959", "23:59:59"],
  ["07:47:00", "07:47:00"],
  ["7:47:00", "07:47:00"],
  ["7:47", "07:47:00"],
  ["12:00", "12:00:00"],
  ["4:30:05 P.M.", "16:30:05"],
  ["12:10 AM", "00:10:00"],
  ["07:47:00.000", "07:47:00"],
  ["747:00", null],
  ["240000", null],
  ["126000", null],
  ["", null],
  ["noon", null],
])("reads the time %s as %s", (text, time) => {
  expect(readClock(text)).toBe(time);
});

it.each([
  ["20240229", "2024-02-29"],
  ["2026-03-10", "2026-03-10"],
  ["2026-03-10T08:00:00", "2026-03-10"],
  ["20250229", null],
  ["20261301", null],
  ["260310", null],
  ["", null],
])("reads the day %s as %s", (text, date) => {
  expect(readDate(text)).toBe(date);
});

it("tells no instant when either half of it is missing", () => {
  const local = { date: "20260310", time: "81200" };
  const told = { localDate: "2026-03-10", localTime: "08:12:00", utcOffset: null, occurredAt: null };
  expect(readActivityTime(local)).toEqual(told);
  expect(readActivityTime({ ...local, gmtDate: "20260310" })).toEqual(told);
  expect(readActivityTime({ ...local, gmtTime: "121200" })).toEqual(told);
});
