import { countryCode } from "../../carrier/address-parts.js";
import type { CarrierFiling, ExportFiling } from "../../carrier/export-filing.js";
import type { TaxNumber } from "../../carrier/tax-numbers.js";
import { postalAddress } from "../../entities/values/postal-address.js";
import { plainDeclaration, type StoredCustomsDeclaration } from "../../entities/values/stored-shipment-details.js";
import { withGiven, withoutBlanks } from "../input-of.js";
import { buildCustomsItem, type PackageDefaults } from "./build-goods.js";
import type { CustomsInput, ExportFilingInput, TaxNumberInput } from "./details-input.js";

/** The declaration as it is kept: blanks and absences become null, nothing is cut. */
export function buildCustoms(input: CustomsInput, defaults: PackageDefaults): StoredCustomsDeclaration {
  const { soldTo, items, otherCharges, exportFiling, taxNumbers, ...terms } = input;
  return {
    ...withoutBlanks(withGiven(plainDeclaration, terms)),
    soldTo: soldTo ? postalAddress(soldTo) : null,
    items: items?.map((item) => buildCustomsItem(item, defaults)) ?? null,
    exportFiling: exportFiling ? buildFiling(exportFiling) : null,
    taxNumbers: (taxNumbers ?? []).map(buildTaxNumber),
    otherCharges: otherCharges ? { ...otherCharges, description: otherCharges.description.trim() } : null,
  };
}

/** Goods that need no licence, which is what nearly all goods are. */
const plainFiling: Omit<CarrierFiling, "powerOfAttorney"> = {
  ultimateConsignee: "OTHER",
  isBetweenRelatedParties: false,
  licenseCode: "C33",
  eccn: "EAR99",
};

function buildFiling({ itn, exemption, carrierFiling }: ExportFilingInput): ExportFiling {
  return {
    itn: itn?.trim() || null,
    exemption: exemption?.trim() || null,
    carrierFiling: carrierFiling
      ? { ...withGiven(plainFiling, carrierFiling), powerOfAttorney: carrierFiling.powerOfAttorney }
      : null,
  };
}

function buildTaxNumber({ role, kind, number, ...issuer }: TaxNumberInput): TaxNumber {
  return { role, kind, number: number.trim(), countryCode: countryCode(issuer.countryCode ?? "") || null };
}
