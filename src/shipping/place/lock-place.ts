import type { EntityManager } from "typeorm";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import { refuse } from "../result.js";
import { placeIdField } from "./find-place.js";

/** The place, locked until the transaction ends. Throws a `Refusal` NOT_FOUND. */
export async function lockPlace(manager: EntityManager, id: string): Promise<ShipFromPlace> {
  const place = await manager.findOne(ShipFromPlace, { where: { id }, lock: { mode: "pessimistic_write" } });
  if (place === null) refuse("NOT_FOUND", `There is no ship-from place ${id}.`, ["input", placeIdField]);
  return place;
}
