import type { SelectQueryBuilder } from "typeorm";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { type Page, type PageRequest, readPage } from "../page.js";
import { byInstant } from "../sort.js";
import type { PlaceFilter } from "./place-input.js";

const sorts = { CREATED_AT: byInstant<ShipFromPlace>("createdAt") };

/** Places, newest first; archived ones only when asked for. */
export function listShipFromPlaces(
  deps: ShippingDeps,
  actor: Actor,
  request: PageRequest,
  { includeArchived }: PlaceFilter,
): Promise<Page<ShipFromPlace>> {
  const narrow = (query: SelectQueryBuilder<ShipFromPlace>) => {
    if (!includeArchived) query.andWhere("row.archivedAt is null");
  };
  return readPage(deps, actor, ShipFromPlace, request, { name: "shipFromPlaces", sorts, narrow });
}
