import { inTenant } from "../../database/tenant-transaction.js";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Result, settle } from "../result.js";
import { auditPlace } from "./audit-place.js";
import { lockPlace } from "./lock-place.js";

/**
 * Takes a place out of use, keeping the time of an earlier archiving: what is linked to it takes the next place, and
 * shipments keep their address. Safe to repeat. Codes: NOT_FOUND.
 */
export function archiveShipFromPlace(
  deps: ShippingDeps,
  actor: Actor,
  { shipFromPlaceId }: { shipFromPlaceId: string },
): Promise<Result<ShipFromPlace>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const place = await lockPlace(manager, shipFromPlaceId);
      const { id, archivedAt } = place;
      if (archivedAt === null) await manager.update(ShipFromPlace, { id }, { archivedAt: () => "now()" });
      const archived = await manager.findOneByOrFail(ShipFromPlace, { id });
      await auditPlace(manager, actor, "SHIP_FROM_PLACE_ARCHIVED", place, archived);
      return archived;
    }),
  );
}
