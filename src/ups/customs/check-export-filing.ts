import type { CustomsDeclaration } from "../../carrier/customs.js";
import type { CarrierFiling, ExportFiling } from "../../carrier/export-filing.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { FieldProblem } from "../../carrier/values.js";
import { type Lane, laneOf } from "../words/lanes.js";
import { problem, required, when } from "../words/problems.js";
import { canadaExemption, exemptionCode, exemptions, isItn, itnCode, lowValueExemption } from "./export-exemptions.js";
import { filingNeed, isFromStates, unfiledUsd } from "./export-lines.js";
import { scheduleBDigits } from "./invoice-limits.js";
import { commodityCode } from "./product-lines.js";

const place = ["customs", "exportFiling"];
const at = (...parts: string[]) => [...place, ...parts];

/**
 * That the export is reported where the law wants it (15 CFR 30): UPS takes the shipment without a word, and the sender
 * pays the fine. Nothing is refused of returns, nor where UPS takes no declaration: `exportNotices` tells of those.
 */
export function checkExportFiling(details: ShipmentDetails): FieldProblem[] {
  const lane = laneOf(details);
  const filing = details.customs?.exportFiling ?? null;
  if (filing !== null) return checkFiling(details, filing, lane);
  const isAsked = details.returnService === null && lane.customs !== "NONE";
  return when(isAsked && filingNeed(details) === "NEEDED", required(place, neededFiling));
}

export const neededFiling =
  `Goods of one tariff line are worth over ${unfiledUsd} USD, so the US export must be filed (EEI): ` +
  "give the ITN, the exemption, or have the carrier file it";

function checkFiling(details: ShipmentDetails, filing: ExportFiling, lane: Lane): FieldProblem[] {
  if (!isFromStates(lane.from))
    return [
      problem("OPTION_NOT_ALLOWED", place, `Only exports from the United States are filed, not from ${lane.from}`),
    ];
  const { itn, exemption, carrierFiling } = filing;
  if ([itn, exemption, carrierFiling].filter((part) => part !== null).length !== 1)
    return [problem("INVALID", place, "Give one of itn, exemption and carrierFiling")];
  if (itn !== null) return when(!isItn(itnCode(itn)), problem("INVALID", at("itn"), "An ITN is X and 14 digits"));
  if (exemption !== null) return checkExemption(details, exemptionCode(exemption), lane);
  return carrierFiling && details.customs ? checkCarrierFiling(details, details.customs, carrierFiling) : [];
}

function checkExemption(details: ShipmentDetails, code: string, { to }: Lane): FieldProblem[] {
  const path = at("exemption");
  if (!exemptions.has(code)) return [problem("INVALID", path, "UPS takes a paragraph of 15 CFR 30, such as 30.37(a)")];
  const isTooMuch = code === lowValueExemption && filingNeed(details) === "NEEDED";
  const isElsewhere = code === canadaExemption && to !== "CA";
  return [
    ...when(isTooMuch, problem("INVALID", path, `${code} is for tariff lines of at most ${unfiledUsd} USD`)),
    ...when(isElsewhere, problem("INVALID", path, `${code} is for goods that stay in Canada`)),
  ];
}

/** What UPS needs of the goods to file for the sender (Shipping.yaml, form type 11 with EEIFilingOption 3). */
function checkCarrierFiling(
  details: ShipmentDetails,
  customs: CustomsDeclaration,
  { licenseCode, eccn }: CarrierFiling,
): FieldProblem[] {
  const path = at("carrierFiling");
  const isForeign = customs.currencyCode !== "USD";
  return [
    ...when(details.returnService !== null, problem("OPTION_NOT_ALLOWED", path, "UPS files nothing for returns")),
    ...when(isForeign, problem("INVALID", ["customs", "currencyCode"], "UPS files in US dollars only")),
    ...when(!details.shipFrom.taxId?.trim(), required(["shipFrom", "taxId"], "UPS files under the sender's EIN")),
    ...when(!/^[A-Z]\d{2}$/i.test(licenseCode), problem("INVALID", [...path, "licenseCode"], "It is like C33")),
    ...when(!/^(EAR99|\d[A-E]\d{3})$/i.test(eccn), problem("INVALID", [...path, "eccn"], "It is EAR99, or like 5A002")),
    ...customs.items.flatMap(({ hsCode, weight }, index) => [
      ...when(
        !isScheduleB(hsCode),
        problem(
          "INVALID",
          ["customs", "items", index, "hsCode"],
          `UPS files by the ${scheduleBDigits} digits of Schedule B`,
        ),
      ),
      ...when(weight === null, required(["customs", "items", index, "weight"], "UPS files the weight of each product")),
    ]),
  ];
}

function isScheduleB(hsCode: string | null): boolean {
  const code = commodityCode(hsCode).replaceAll(".", "");
  return /^\d+$/.test(code) && code.length === scheduleBDigits;
}
