import { codesOfTerms } from "../../carrier/customs.js";
import { postalAddress } from "../../entities/values/postal-address.js";
import { plainDeclaration, type StoredCustomsDeclaration } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { withGiven } from "../input-of.js";
import { userError } from "../user-error.js";
import { buildCustomsItem, type PackageDefaults } from "./build-package.js";
import { checkItem } from "./check-items.js";
import type { CustomsInput, PackageDetailsInput } from "./details-input.js";

/** What is wrong with a declaration whoever carries the goods; `at` is the place of the shipment's parts. */
export function checkCustomsInput(
  customs: CustomsInput | null | undefined,
  packages: Pick<PackageDetailsInput, "items">[],
  at: string[],
): ShippingUserError[] {
  if (!customs) return [];
  const place = [...at, "customsDeclaration", "items"];
  if (customs.items) return customs.items.flatMap((item, index) => checkItem(item, [...place, String(index)]));
  const message = "Customs want to know what is inside: give its items, or the declaration items of its own.";
  return packages.flatMap((pkg, index) =>
    pkg.items?.length ? [] : [userError("REQUIRED", message, [...at, "packages", String(index), "items"])],
  );
}

/** The declaration as it is kept: blanks and absences become null, nothing is cut. */
export function buildCustoms(input: CustomsInput, defaults: PackageDefaults): StoredCustomsDeclaration {
  const { soldTo, items, otherCharges, ...terms } = input;
  return {
    ...withoutBlanks(withGiven(plainDeclaration, terms)),
    soldTo: soldTo ? postalAddress(soldTo) : null,
    items: items?.map((item) => buildCustomsItem(item, defaults)) ?? null,
    otherCharges: otherCharges ? { ...otherCharges, description: otherCharges.description.trim() } : null,
  };
}

function withoutBlanks(declaration: StoredCustomsDeclaration): StoredCustomsDeclaration {
  const parts = Object.entries(declaration).map(([part, value]) => {
    if (typeof value !== "string") return [part, value];
    const text = value.trim();
    return [part, (codesOfTerms.has(part) ? text.toUpperCase() : text) || null];
  });
  return Object.fromEntries(parts);
}
