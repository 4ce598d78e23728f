import type { CustomsDeclaration } from "../../carrier/customs.js";
import { exemptionCode, itnCode } from "./export-exemptions.js";

/** The merchant's comments, after what the law wants printed; null: neither. */
export function invoiceComments(customs: CustomsDeclaration): string | null {
  return [filingLegend(customs), customs.comments?.trim()].filter(Boolean).join("; ") || null;
}

/** What stands on the papers of an export (15 CFR 30.7): the number it was filed under, or why it was not. */
function filingLegend({ exportFiling }: CustomsDeclaration): string | null {
  if (exportFiling === null) return null;
  const { itn, exemption } = exportFiling;
  if (itn !== null) return `AES ${itnCode(itn)}`;
  return exemption && `NOEEI ${exemptionCode(exemption)}`;
}
