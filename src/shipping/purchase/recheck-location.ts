import { loadAccount } from "../account/load-account.js";
import type { Actor, ShippingDeps } from "../deps.js";
import { failureErrors } from "../failure-errors.js";
import { storeLocations } from "../location/store-locations.js";
import { requireOffer } from "../require-offer.js";
import { Refusal, refuse } from "../result.js";
import type { UncheckedLocation } from "./claim-terms.js";

/** Of the time that the whole answer may take. */
const timeoutMs = 8_000;

/**
 * Asks the carrier whether the access point takes packages now; not inside a transaction. Gives the id that was looked
 * at. Throws a `Refusal`, before the claim, so that there is no purchase and no shipment: LOCATION_UNAVAILABLE when it is
 * closed or gone, else why the carrier does not say, CARRIER_UNAVAILABLE included: a parcel to a closed point comes back
 * at the sender's cost.
 */
export async function recheckLocation(
  deps: ShippingDeps,
  { tenantId }: Actor,
  { accountId, accessPoint, field }: UncheckedLocation,
): Promise<string> {
  const loaded = await loadAccount(deps, tenantId, accountId);
  if (loaded === null) refuse("NOT_FOUND", "The carrier account is gone.", field);
  const query = { accessPointId: accessPoint.carrierLocationId, countryCode: accessPoint.address.countryCode };
  const places = requireOffer(
    loaded.adapter.locations,
    "Access points are not supported by this service with this carrier.",
    field,
  );
  const outcome = await places.find(loaded.access, query, { purchaseId: null, timeoutMs });
  if (outcome.kind !== "ANSWERED") throw new Refusal(failureErrors(outcome, field));
  const { locations } = outcome.value;
  await storeLocations(deps, tenantId, loaded.account, locations);
  if (locations.some((place) => place.isAvailable)) return accessPoint.locationId;
  const what = locations.length > 0 ? "takes no packages now" : "is no longer there";
  const place = field.at(-1) === "shipmentId" ? "carrierLocationId: " : "";
  const message = `${place}The access point ${accessPoint.name} ${what}: choose another.`;
  refuse("LOCATION_UNAVAILABLE", message, field);
}
