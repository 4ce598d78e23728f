import { type EntityManager, In } from "typeorm";
import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import { ShipFromPlace } from "../../entities/ship-from-place.js";
import { ShippingSettings } from "../../entities/shipping-settings.js";
import { refuse } from "../result.js";

type PlacedMethod = Pick<CarrierShippingMethod, "shipFromPlaceId">;

/** Where inputs name the place, below the input itself. */
export const placeIdField = "shipFromPlaceId";

/**
 * The place that packages leave from: the stated one, else the method's, else the tenant's default; archived ones do not
 * count, except that a stated one is refused. Null: there is none, and the account's address holds. Throws a `Refusal`
 * NOT_FOUND or NOT_ALLOWED at `at`.
 */
export async function findPlace(
  manager: EntityManager,
  { shipFromPlaceId, method }: { shipFromPlaceId: string | null | undefined; method: PlacedMethod | null },
  at: string[] = ["input"],
): Promise<ShipFromPlace | null> {
  const [place = null] = await findPlaces(manager, { shipFromPlaceId, methods: [method] }, at);
  return place;
}

/** The same for several methods at once, in their order, with two statements at most. */
export async function findPlaces(
  manager: EntityManager,
  { shipFromPlaceId, methods }: { shipFromPlaceId: string | null | undefined; methods: (PlacedMethod | null)[] },
  at: string[] = ["input"],
): Promise<(ShipFromPlace | null)[]> {
  if (shipFromPlaceId != null) {
    const stated = await requirePlace(manager, shipFromPlaceId, [...at, placeIdField]);
    return methods.map(() => stated);
  }
  const [settings] = await manager.find(ShippingSettings);
  const fallback = settings?.defaultShipFromPlaceId ?? null;
  const ids = [...methods.map((method) => method?.shipFromPlaceId ?? null), fallback].filter((id) => id !== null);
  const found = ids.length === 0 ? [] : await manager.findBy(ShipFromPlace, { id: In([...new Set(ids)]) });
  const inUse = new Map(found.filter(({ archivedAt }) => archivedAt === null).map((place) => [place.id, place]));
  return methods.map((method) => inUse.get(method?.shipFromPlaceId ?? "") ?? inUse.get(fallback ?? "") ?? null);
}

/** A place that is in use. Throws a `Refusal` NOT_FOUND or NOT_ALLOWED at `field`. */
export async function requirePlace(manager: EntityManager, id: string, field: string[]): Promise<ShipFromPlace> {
  const place = await manager.findOneBy(ShipFromPlace, { id });
  if (place === null) refuse("NOT_FOUND", `There is no ship-from place ${id}.`, field);
  if (place.archivedAt !== null) refuse("NOT_ALLOWED", "The ship-from place is archived.", field);
  return place;
}
