import { type PostalAddress, postalAddress } from "../../entities/values/postal-address.js";
import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { checkPackageTypes, completeDetails, missingParts } from "./build-details.js";
import { checkCustomsInput, checkItems } from "./build-goods.js";
import { buildOptions } from "./build-options.js";
import type { DetailsDefaults } from "./details-defaults.js";
import type { DetailsInput, PackageDetailsInput } from "./details-input.js";

/** `adapter`: whose units and package types are used. */
interface Defaults extends Omit<DetailsDefaults, "account" | "reference"> {
  /** Where it starts unless told otherwise; null: that is not known. */
  sender: PostalAddress | null;
}

/**
 * Completes the parts of a shipment that no carrier takes: no carrier's limits and lanes are checked. Throws nothing; what
 * is missing or wrong comes back as user errors with paths under `at`, and `details` is null then.
 */
export function buildWithoutCarrier(
  input: DetailsInput,
  defaults: Defaults,
  at: string[],
): { details: StoredShipmentDetails | null; userErrors: ShippingUserError[] } {
  const { base, place } = defaults;
  const sender = place?.address ?? defaults.sender;
  const packages = input.packages ?? [];
  const wrong = [
    ...missingParts(input, defaults, at),
    ...packages.flatMap((pkg, index) => checkMeasures(pkg, [...at, "packages", String(index)])),
    ...checkItems(packages, [...at, "packages"]),
    ...checkPackageTypes(packages, defaults, [...at, "packages"]),
    ...checkCustomsInput(input.customsDeclaration, input.packages ?? base?.packages ?? [], at),
  ];
  const origin = input.shipFrom ? postalAddress(input.shipFrom) : (base?.shipFrom ?? sender);
  if (wrong.length > 0 || origin === null) return { details: null, userErrors: [...wrong, ...startOf(origin, at)] };
  const details = completeDetails(input, { ...defaults, sender: sender ?? origin });
  const { options, userErrors } = buildOptions(input.options ?? null, defaults, [...at, "options"]);
  return { details: userErrors.length > 0 ? null : { ...details, options }, userErrors };
}

function startOf(origin: PostalAddress | null, at: string[]): ShippingUserError[] {
  const message = "The ship-from address is missing: there is no account whose address it could be.";
  return origin === null ? [userError("REQUIRED", message, [...at, "shipFrom"])] : [];
}

function checkMeasures({ weight, dimensions }: PackageDetailsInput, at: string[]): ShippingUserError[] {
  const isHeavy = Number.isFinite(weight.value) && weight.value > 0;
  const errors = isHeavy
    ? []
    : [userError("INVALID", "A package weighs more than nothing.", [...at, "weight", "value"])];
  const sides = (["length", "width", "height"] as const).filter((side) => dimensions && !(dimensions[side] > 0));
  return [
    ...errors,
    ...sides.map((side) => userError("INVALID", "A side is longer than nothing.", [...at, "dimensions", side])),
  ];
}
