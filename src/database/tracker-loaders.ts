import DataLoader from "dataloader";
import { Tracker } from "../entities/tracker.js";
import { isStorable } from "../storable-text.js";
import { type Audience, rowsFor } from "./buyers-view.js";
import { type Database, readInTenant } from "./tenant-transaction.js";

/** A tracker's second key. */
export interface TrackingKey {
  carrierCode: string;
  trackingNumber: string;
}

const asText = ({ carrierCode, trackingNumber }: TrackingKey) => `${carrierCode} ${trackingNumber}`;

/** Trackers by carrier and number, one statement for all; an unknown or foreign one loads null. */
export function createTrackerLoader(database: Database, tenantId: string, audience: Audience) {
  return new DataLoader<TrackingKey, Tracker | null, string>(
    async (keys) => {
      // PostgreSQL's text holds no NUL.
      const numbers = keys.map((key) => key.trackingNumber).filter(isStorable);
      const rows = await readInTenant(database, tenantId, (manager) =>
        manager.findBy(Tracker, rowsFor(audience, Tracker, "trackingNumber", numbers)),
      );
      const found = new Map(rows.map((row) => [asText(row), row]));
      return keys.map((key) => found.get(asText(key)) ?? null);
    },
    { cacheKeyFn: asText },
  );
}
