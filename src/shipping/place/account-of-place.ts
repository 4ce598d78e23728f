import { type EntityManager, Not } from "typeorm";
import { CarrierAccount } from "../../entities/carrier-account.js";
import type { ShipFromPlace } from "../../entities/ship-from-place.js";

/** Id of the account that is used from there where none is named; null: none, or it is archived. */
export async function accountOfPlace(manager: EntityManager, place: ShipFromPlace | null): Promise<string | null> {
  const id = place?.defaultCarrierAccountId ?? null;
  if (id === null) return null;
  const isUsable = await manager.existsBy(CarrierAccount, { id, status: Not("ARCHIVED" as const) });
  return isUsable ? id : null;
}
