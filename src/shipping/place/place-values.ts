import type { ShipFromPlace } from "../../entities/ship-from-place.js";
import { postalAddress } from "../../entities/values/postal-address.js";
import { refuse } from "../result.js";
import type { PlaceChanges } from "./place-input.js";

export type PlaceValues = Pick<
  ShipFromPlace,
  "name" | "address" | "timeZone" | "openingHours" | "defaultCarrierAccountId" | "defaultShippingMethodId"
>;

/** What is given over what is stored; of a new one null. Throws a `Refusal` REQUIRED without an address. */
export function placeValues(input: PlaceChanges, stored: PlaceValues | null): PlaceValues {
  const address = input.address ? postalAddress(input.address) : stored?.address;
  if (!address) refuse("REQUIRED", "The place's address is missing.", ["input", "address"]);
  const hours = input.openingHours === undefined ? stored?.openingHours : input.openingHours;
  return {
    address,
    name: (input.name ?? stored?.name ?? "").trim(),
    timeZone: (input.timeZone ?? stored?.timeZone ?? "").trim(),
    // Plain, since inputs are objects of classes.
    openingHours: (hours ?? []).map((open) => ({ ...open })),
    ...linked("defaultCarrierAccountId", input, stored),
    ...linked("defaultShippingMethodId", input, stored),
  };
}

type Link = "defaultCarrierAccountId" | "defaultShippingMethodId";

/** Null clears it. */
function linked<L extends Link>(link: L, input: PlaceChanges, stored: PlaceValues | null): Record<L, string | null> {
  const id = input[link];
  return { [link]: id === undefined ? (stored?.[link] ?? null) : id } as Record<L, string | null>;
}
