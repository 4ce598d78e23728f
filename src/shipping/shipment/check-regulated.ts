import type { CarrierAccount } from "../../entities/carrier-account.js";
import type { StoredPackage } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";

/** OPTION_NOT_ALLOWED for each package with regulated goods, unless the account was opened for them. */
export function checkRegulated(
  packages: StoredPackage[],
  { shipsRegulatedItems }: Pick<CarrierAccount, "shipsRegulatedItems">,
  at: string[],
): ShippingUserError[] {
  if (shipsRegulatedItems) return [];
  const message = "The carrier account is not for regulated goods: see shipsRegulatedItems.";
  return packages.flatMap(({ containsRegulatedItems }, index) =>
    containsRegulatedItems
      ? [userError("OPTION_NOT_ALLOWED", message, [...at, "packages", index, "containsRegulatedItems"])]
      : [],
  );
}
