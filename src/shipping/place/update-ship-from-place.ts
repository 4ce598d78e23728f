import { inTenant } from "../../database/tenant-transaction.js";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Change, clearedFields, refusedNulls } from "../null-rule.js";
import { type Result, refuse, refuseAny, settle } from "../result.js";
import { auditPlace } from "./audit-place.js";
import { checkPlace } from "./check-place.js";
import { placeIdField } from "./find-place.js";
import { lockPlace } from "./lock-place.js";
import type { PlaceChangesInput } from "./place-input.js";
import { placeValues } from "./place-values.js";

const neverEmpty = ["name", "address", "timeZone"] as const;

const clearable = ({ openingHours, defaultCarrierAccountId, defaultShippingMethodId }: ShipFromPlace) => ({
  ...{ openingHours, defaultCarrierAccountId, defaultShippingMethodId },
});

/**
 * Changes what is given; shipments and quotes made before keep their address. Codes: REQUIRED, INVALID, TOO_LONG,
 * NOT_FOUND, NOT_ALLOWED (archived, also its default account or method).
 */
export function updateShipFromPlace(
  deps: ShippingDeps,
  actor: Actor,
  input: PlaceChangesInput,
): Promise<Result<Change<ShipFromPlace>>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const place = await lockPlace(manager, input.shipFromPlaceId);
      if (place.archivedAt !== null) refuse("NOT_ALLOWED", "The ship-from place is archived.", ["input", placeIdField]);
      refuseAny(refusedNulls(input, neverEmpty, ["input"]));
      const values = placeValues(input, place);
      refuseAny(await checkPlace(deps, manager, values, place));
      await manager.update(ShipFromPlace, { id: place.id }, values);
      const row = await manager.findOneByOrFail(ShipFromPlace, { id: place.id });
      await auditPlace(manager, actor, "SHIP_FROM_PLACE_UPDATED", place, row);
      return { row, clearedFields: clearedFields(clearable(place), clearable(row)) };
    }),
  );
}
