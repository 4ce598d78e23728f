import type { CustomsDeclaration } from "../../carrier/customs.js";
import type { PackageDetails, ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Address } from "../../carrier/values.js";
import type { Path } from "../words/problems.js";

/** Gives a text as it is to be printed; `path` is relative to the details. */
export type Rewrite = (text: string, path: Path) => string;

/** The details with every text that UPS prints on a label rewritten. */
export function rewriteLabelTexts(details: ShipmentDetails, rewrite: Rewrite): ShipmentDetails {
  const { shipFrom, shipTo, accessPoint, packages, reference } = details;
  const maybe = maybeRewritten(rewrite);
  return {
    ...details,
    shipFrom: rewriteAddress(shipFrom, rewrite, ["shipFrom"]),
    shipTo: rewriteAddress(shipTo, rewrite, ["shipTo"]),
    packages: packages.map((pkg, index) => rewritePackage(pkg, rewrite, ["packages", index])),
    reference: maybe(reference, ["reference"]),
    accessPoint: accessPoint && {
      ...accessPoint,
      name: rewrite(accessPoint.name, ["accessPoint", "name"]),
      address: rewriteAddress(accessPoint.address, rewrite, ["accessPoint", "address"]),
    },
  };
}

/** The declaration with every text of the invoice rewritten. */
export function rewriteInvoiceTexts(customs: CustomsDeclaration, rewrite: Rewrite): CustomsDeclaration {
  const maybe = maybeRewritten(rewrite);
  const at = (part: string) => ["customs", part];
  const { otherCharges, soldTo } = customs;
  return {
    ...customs,
    reasonForExport: rewrite(customs.reasonForExport, at("reasonForExport")),
    invoiceNumber: maybe(customs.invoiceNumber, at("invoiceNumber")),
    comments: maybe(customs.comments, at("comments")),
    declarationStatement: maybe(customs.declarationStatement, at("declarationStatement")),
    soldTo: soldTo && rewriteAddress(soldTo, rewrite, at("soldTo")),
    otherCharges: otherCharges && {
      ...otherCharges,
      description: rewrite(otherCharges.description, [...at("otherCharges"), "description"]),
    },
    items: customs.items.map((item, index) => ({
      ...item,
      description: rewrite(item.description, [...at("items"), index, "description"]),
      sku: maybe(item.sku, [...at("items"), index, "sku"]),
    })),
  };
}

export function rewriteAddress(address: Address, rewrite: Rewrite, path: Path): Address {
  const maybe = maybeRewritten(rewrite);
  return {
    ...address,
    name: maybe(address.name, [...path, "name"]),
    company: maybe(address.company, [...path, "company"]),
    lines: address.lines.map((line, index) => rewrite(line, [...path, "lines", index])),
    city: maybe(address.city, [...path, "city"]),
    region: maybe(address.region, [...path, "region"]),
    postalCode: maybe(address.postalCode, [...path, "postalCode"]),
  };
}

function rewritePackage(pkg: PackageDetails, rewrite: Rewrite, path: Path): PackageDetails {
  const maybe = maybeRewritten(rewrite);
  return {
    ...pkg,
    reference: maybe(pkg.reference, [...path, "reference"]),
    description: maybe(pkg.description, [...path, "description"]),
  };
}

const maybeRewritten =
  (rewrite: Rewrite) =>
  (text: string | null, path: Path): string | null =>
    text === null ? null : rewrite(text, path);
