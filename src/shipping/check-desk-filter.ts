import { isCountryCode } from "../carrier/address-parts.js";
import { AppError } from "../errors.js";
import type { ShippingDeps } from "./deps.js";
import type { DeskFilter } from "./desk-filter.js";
import { unknownServiceOfAny } from "./unknown-words.js";

/** Throws BAD_USER_INPUT for a service or country that does not exist: an empty list would say that nothing goes there. */
export function checkDeskFilter(deps: ShippingDeps, { service, destinationCountryCode: country }: DeskFilter): void {
  const catalogues = [...deps.carriers.values()].map((carrier) => carrier.catalogue);
  if (service != null && catalogues.every((catalogue) => catalogue.findService(service, null) === null))
    throw new AppError("BAD_USER_INPUT", `filter.service: ${unknownServiceOfAny(service, catalogues)}`);
  if (country != null && !isCountryCode(country.toUpperCase()))
    throw new AppError("BAD_USER_INPUT", "filter.destinationCountryCode is no country code of ISO 3166-1 alpha-2.");
}
