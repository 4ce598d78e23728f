import type { EntityManager } from "typeorm";
import type { CarrierAccount } from "../../entities/carrier-account.js";
import { CarrierLocation } from "../../entities/carrier-location.js";
import type { StoredAccessPoint } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { refuse } from "../result.js";
import { userError } from "../user-error.js";

/**
 * The place a caller names to ship to; null for null (to the door), undefined for undefined (as before). Throws a
 * `Refusal` NOT_FOUND for an unknown or foreign id, NOT_ALLOWED for what takes no packages.
 */
export async function findChosenLocation(
  manager: EntityManager,
  id: string | null | undefined,
  field: string[],
): Promise<CarrierLocation | null | undefined> {
  if (id == null) return id;
  const location = await manager.findOneBy(CarrierLocation, { id });
  if (location === null) refuse("NOT_FOUND", "There is no such location.", field);
  if (location.accessPointId === null) {
    refuse("NOT_ALLOWED", "It is no access point: packages cannot be addressed to it.", field);
  }
  return location;
}

/** Places of one carrier, or of one of its worlds, are unknown in another. */
export function checkLocationAccount(
  location: CarrierLocation | null | undefined,
  { carrierCode, environment }: CarrierAccount,
  field: string[],
): ShippingUserError[] {
  if (!location || (location.carrierCode === carrierCode && location.environment === environment)) return [];
  const message = `It is a place of ${location.carrierCode} ${location.environment}: search again with this account.`;
  return [userError("NOT_ALLOWED", message, field)];
}

export function toAccessPoint(location: CarrierLocation | null): StoredAccessPoint | null {
  if (location === null) return null;
  const { id, accessPointId, name, address } = location;
  return { locationId: id, carrierLocationId: accessPointId ?? "", name, address };
}
