import type { MonetaryAmountInput } from "../../entities/values/monetary-amount.js";
import { postalAddress } from "../../entities/values/postal-address.js";
import type { StoredCustomsDeclaration } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { buildItem, type PackageDefaults } from "./build-package.js";
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
  const text = (value: string | null | undefined) => value?.trim() || null;
  const amount = (value: MonetaryAmountInput | null | undefined) => (value ? { ...value } : null);
  return {
    reasonForExport: text(input.reasonForExport),
    incoterm: text(input.incoterm)?.toUpperCase() ?? null,
    invoiceNumber: text(input.invoiceNumber),
    invoiceDate: input.invoiceDate ?? null,
    comments: text(input.comments),
    declarationStatement: text(input.declarationStatement),
    soldTo: input.soldTo ? postalAddress(input.soldTo) : null,
    currencyCode: text(input.currencyCode),
    items:
      input.items?.map((item) => {
        const { productId, ...declared } = buildItem(item, defaults);
        return declared;
      }) ?? null,
    discount: amount(input.discount),
    freightCharges: amount(input.freightCharges),
    insuranceCharges: amount(input.insuranceCharges),
    otherCharges: input.otherCharges
      ? { amount: { ...input.otherCharges.amount }, description: input.otherCharges.description.trim() }
      : null,
  };
}
