import type { Journey } from "./scan.js";

const secondsBetweenScans = 5;

/** The same scans, seconds instead of hours apart: for those who want to see a parcel arrive while they watch. */
export function withinAMinute(journey: Journey, bookedAt: Date): Journey {
  const after = (count: number) => new Date(bookedAt.getTime() + count * secondsBetweenScans * 1000);
  const scans = journey.scans.map((scan, index) => ({ ...scan, at: after(index) }));
  const last = scans.length - 1;
  return { ...journey, scans, scheduled: after(last), outForDelivery: after(last - 1), delivery: after(last) };
}
