import { Refusal } from "../../answer.js";
import { isUnitedStates } from "../../pricing/countries.js";
import { isPresent, listAt, textAt, valueAt } from "../../request/json-reading.js";
import { checkExportForm } from "./export-form.js";

/** How the export is reported (Shipping.yaml, EEIFilingOption): as sent, for tests to read and invoices to print. */
export interface RequestedFiling {
  /** 1 by the shipper, 2 AESDirect, 3 by UPS. */
  code: string;
  /** Of the shipper's: A with a number, B exempt, C after departure; empty for the others. */
  shipperCode: string;
  itn: string;
  exemption: string;
}

const path = "ShipmentServiceOptions.InternationalForms";
const exportForm = "11";

/** Numbers of the public table of UPS's codes, 128001 to 128241. */
const codes = { filingOption: "128126", formOfOrigin: "128103" } as const;

/** The paragraphs of 15 CFR 30 that Shipping.yaml lists for ExemptionLegend. */
const exemptions = new Set(
  (
    "30.2(d)(2) 30.8(b) 30.26(a) 30.30(j) 30.36 30.39 30.40(a) 30.40(b) 30.40(c) 30.40(d) " +
    `${[..."abcdefhijklmnopqrstux"].map((letter) => `30.37(${letter})`).join(" ")} ` +
    [1, 2, 3, 4, 5, 6].map((number) => `30.37(y)(${number})`).join(" ")
  ).split(" "),
);

/** Null where nothing is said of it. */
export function readFiling(shipment: unknown): RequestedFiling | null {
  if (!isPresent(shipment, `${path}.EEIFilingOption`)) return null;
  const option = valueAt(shipment, `${path}.EEIFilingOption`);
  return {
    code: textAt(option, "Code"),
    shipperCode: textAt(option, "ShipperFiled.Code"),
    itn: textAt(option, "ShipperFiled.PreDepartureITNNumber"),
    exemption: textAt(option, "ShipperFiled.ExemptionLegend"),
  };
}

/** What UPS takes of a filing. That one is needed is the law's rule, not UPS's: nobody has seen UPS refuse for want of it. */
export function checkFiling(shipment: unknown, origin: string): void {
  const filing = readFiling(shipment);
  const hasForm = listAt(shipment, `${path}.FormType`).map(String).includes(exportForm);
  if (hasForm && filing === null) refuseFiling("it is missing");
  if (filing === null) return;
  if (!isUnitedStates(origin)) {
    throw new Refusal(codes.formOfOrigin, "The selected international form is not valid for the origin country.");
  }
  checkOption(filing, textAt(shipment, `${path}.EEIFilingOption.UPSFiled.POA.Code`), hasForm);
  if (hasForm) checkExportForm(valueAt(shipment, path), filing.code === "3");
}

function checkOption(
  { code, shipperCode, itn, exemption }: RequestedFiling,
  powerOfAttorney: string,
  hasForm: boolean,
) {
  if (!["1", "2", "3"].includes(code)) refuseFiling("Code is 1, 2 or 3");
  if (code === "1" && !["A", "B", "C"].includes(shipperCode)) refuseFiling("ShipperFiled.Code is A, B or C");
  if (code === "1" && shipperCode === "A" && !/^(AES ?)?X\d{14}$/.test(itn)) refuseFiling("PreDepartureITNNumber");
  if (code === "1" && shipperCode === "B" && !exemptions.has(exemption)) refuseFiling("ExemptionLegend");
  if (code === "3" && !["1", "2"].includes(powerOfAttorney)) refuseFiling("UPSFiled.POA.Code is 1 or 2");
  if (code === "3" && !hasForm) refuseFiling("UPS files with form type 11");
}

function refuseFiling(what: string): never {
  throw new Refusal(codes.filingOption, `Invalid or missing EEI filing option: ${what}.`);
}
