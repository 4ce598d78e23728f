import { inTenant } from "../../database/tenant-transaction.js";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";
import { type Result, refuseAny, settle } from "../result.js";
import { auditPlace } from "./audit-place.js";
import { checkPlace } from "./check-place.js";
import type { PlaceChanges } from "./place-input.js";
import { placeValues } from "./place-values.js";

/** Adds a place. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND and NOT_ALLOWED (its default account or method). */
export function createShipFromPlace(
  deps: ShippingDeps,
  actor: Actor,
  input: PlaceChanges,
): Promise<Result<ShipFromPlace>> {
  return settle(() =>
    inTenant(deps.database, actor.tenantId, async (manager) => {
      const values = placeValues(input, null);
      refuseAny(await checkPlace(deps, manager, values, null));
      const id = newId("sfp");
      await manager.insert(ShipFromPlace, { ...values, tenantId: actor.tenantId, id });
      const place = await manager.findOneByOrFail(ShipFromPlace, { id });
      await auditPlace(manager, actor, "SHIP_FROM_PLACE_CREATED", null, place);
      return place;
    }),
  );
}
