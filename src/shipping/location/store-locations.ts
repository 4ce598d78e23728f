import type { DistanceUnit, FoundLocation } from "../../carrier/locations.js";
import { inTenant } from "../../database/tenant-transaction.js";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierLocation } from "../../entities/carrier-location.js";
import type { StoredLocation } from "../../entities/values/location-values.js";
import type { ShippingDeps } from "../deps.js";
import { newId } from "../new-id.js";

/** A search that does not know access points must not make one forget that it is one. */
const upsert = `
  insert into carrier_location
    (tenant_id, id, carrier_code, environment, carrier_location_id, access_point_id, data)
  select current_setting('app.tenant_id')::uuid, place.id, $1, $2,
    place.carrier_location_id, place.access_point_id, place.data
  from jsonb_to_recordset($3::jsonb) as place (id text, carrier_location_id text, access_point_id text, data jsonb)
  order by place.carrier_location_id
  on conflict on constraint carrier_location_one_per_place do update
    set access_point_id = coalesce(excluded.access_point_id, carrier_location.access_point_id),
      data = excluded.data, refreshed_at = now()
  returning id, carrier_location_id as "carrierLocationId", access_point_id as "accessPointId",
    to_char(refreshed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "refreshedAt"`;

/** A location, and what holds for the search that found it only: a location is the same for everybody. */
export interface LocationFound {
  location: CarrierLocation;
  distance: number | null;
  distanceUnit: DistanceUnit | null;
}

interface Kept {
  id: string;
  carrierLocationId: string;
  accessPointId: string | null;
  refreshedAt: string;
}

/**
 * Keeps what was found, each place once, with one statement; gives it in the order it came, distances included. Rows
 * are locked in the order of the places, so that two searches never wait for each other.
 */
export async function storeLocations(
  deps: ShippingDeps,
  tenantId: string,
  { carrierCode, environment }: Pick<CarrierAccount, "carrierCode" | "environment">,
  found: FoundLocation[],
): Promise<LocationFound[]> {
  if (found.length === 0) return [];
  const places = found.map((place) => ({
    id: newId("loc"),
    carrier_location_id: place.carrierLocationId,
    access_point_id: place.accessPointId,
    data: toStored(place),
  }));
  const kept = await inTenant(
    deps.database,
    tenantId,
    (manager) => manager.query(upsert, [carrierCode, environment, JSON.stringify(places)]) as Promise<Kept[]>,
  );
  const byPlace = new Map(kept.map((row) => [row.carrierLocationId, row]));
  return found.map((place) => {
    const { distance, distanceUnit } = place;
    const row = { ...byPlace.get(place.carrierLocationId)!, tenantId, carrierCode, environment };
    const location = Object.assign(new CarrierLocation(), row, { data: toStored(place) });
    return { location, distance, distanceUnit };
  });
}

function toStored(place: FoundLocation): StoredLocation {
  const { carrierLocationId, accessPointId, distance, distanceUnit, ...stored } = place;
  return stored;
}
