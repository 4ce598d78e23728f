import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { CarrierMessage } from "../../carrier/values.js";
import { neededFiling } from "./check-export-filing.js";
import { filingNeed, unfiledUsd } from "./export-lines.js";

/** That a US export must be filed, or may have to be, where nothing is said of it. A purchase with NEEDED is mostly refused. */
export function exportNotices(details: ShipmentDetails): CarrierMessage[] {
  if (details.customs?.exportFiling) return [];
  const need = filingNeed(details);
  if (need === "NONE") return [];
  return need === "NEEDED"
    ? [warning("EXPORT_FILING_NEEDED", neededFiling)]
    : [warning("EXPORT_FILING_UNCLEAR", unclear)];
}

const unclear =
  `Goods of one tariff line may be worth over ${unfiledUsd} USD: items without a value, codes of six digits or another ` +
  "currency leave it open. If they are, file the US export (EEI) and give it as customsDeclaration.exportFiling";

function warning(code: string, text: string): CarrierMessage {
  return { code, severity: "WARNING", text: `${text}.` };
}
