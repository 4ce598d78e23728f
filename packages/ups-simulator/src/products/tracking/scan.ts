import type { Place } from "./local-time.js";
import type { ScanStatus } from "./scans.js";

export interface Scan {
  at: Date;
  place: Place;
  status: ScanStatus;
}

export interface Journey {
  /** Oldest first, also those still to come. */
  scans: Scan[];
  /** The day promised at first, and since when another one; at the destination. */
  scheduled: Date;
  rescheduled: { to: Date; since: Date } | null;
  outForDelivery: Date;
  delivery: Date;
}
