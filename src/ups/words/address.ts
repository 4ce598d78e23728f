import type { Address } from "../../carrier/values.js";
import { countryOf, placeOf } from "./places/place.js";
import { upsPostalCode } from "./places/sent-parts.js";
import type { PlaceAddress } from "./places/written-place.js";

/** Lines that say something, in order; nothing is cut. */
export function linesOf(address: Address): string[] {
  return address.lines.map((line) => line.trim()).filter((line) => line !== "");
}

/** As UPS takes it in the country that the address lies in. */
export function postalCodeOf(address: PlaceAddress): string | undefined {
  return upsPostalCode(countryOf(address), address.postalCode);
}

/** State, province or county as UPS takes it; absent where it takes none. */
export function regionOf(address: PlaceAddress): string | undefined {
  return placeOf(address).region;
}

/** The company, or the person where there is none: what UPS prints first. */
export function nameOf(address: Address): string | undefined {
  return address.company?.trim() || address.name?.trim() || undefined;
}

/** The person to ask for; the company where no person is named, since UPS insists on one abroad. */
export function attentionOf(address: Address): string | undefined {
  return address.name?.trim() || address.company?.trim() || undefined;
}

/** UPS's Address container; absent fields are left out. Residential is true by presence, so it is sent only for yes. */
export function serialiseAddress(address: Address) {
  const lines = linesOf(address);
  const { country, region, postalCode } = placeOf(address);
  return {
    ...(lines.length > 0 && { AddressLine: lines }),
    ...(address.city?.trim() && { City: address.city.trim() }),
    ...(region && { StateProvinceCode: region }),
    ...(postalCode && { PostalCode: postalCode }),
    CountryCode: country,
  };
}

export function serialiseDestination(address: Address) {
  return {
    ...serialiseAddress(address),
    ...(address.residentialStatus === "RESIDENTIAL" && { ResidentialAddressIndicator: "" }),
  };
}
