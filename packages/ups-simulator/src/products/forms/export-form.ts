import { Refusal } from "../../answer.js";
import { isPresent, listAt, textAt } from "../../request/json-reading.js";
import { requireField } from "../../request/rule-codes.js";

const modes =
  "Air AirContainerized Auto FixedTransportInstallations Mail PassengerHandcarried Pedestrian Rail RailContainerized " +
  "RoadOther SeaBarge SeaContainerized SeaNoncontainerized Truck TruckContainerized";

/** What the EEI form (11) wants of the whole shipment, with UPS's public numbers. */
const headRules: [code: string, path: string, pattern: RegExp][] = [
  ["128011", "Contacts.UltimateConsignee.CompanyName", /^.{1,35}$/],
  ["128012", "Contacts.UltimateConsignee.Address.AddressLine", /^.{1,35}$/],
  ["128015", "Contacts.UltimateConsignee.Address.City", /^.{1,30}$/],
  ["128018", "Contacts.UltimateConsignee.Address.CountryCode", /^[A-Z]{2}$/],
  ["128078", "ExportDate", /^\d{8}$/],
  ["128081", "InBondCode", /^(70|67|68)$/],
  ["128083", "PointOfOrigin", /^.{1,5}$/],
  ["128083", "PointOfOriginType", /^[SF]$/],
  ["128084", "ModeOfTransport", new RegExp(`^(${modes.replaceAll(" ", "|")})$`)],
];

/** And of each product. */
const productRules: [code: string, path: string, pattern: RegExp][] = [
  ["128057", "ProductWeight.Weight", /^(?=.{1,5}$)\d+(\.\d)?$/],
  ["128059", "ScheduleB.Number", /^\d{10}$/],
  ["128061", "ScheduleB.UnitOfMeasurement.Code", /^[A-Z]{1,3}$/],
  ["128063", "ExportType", /^[DF]$/],
  ["128064", "SEDTotalValue", /^(?=.{1,15}$)\d+(\.\d{1,2})?$/],
];

/** `isFiledByUps`: then UPS wants the licence of each product and who the parties are as well. */
export function checkExportForm(forms: unknown, isFiledByUps: boolean): void {
  checkAll(forms, headRules);
  for (const product of listAt(forms, "Product")) {
    checkAll(product, productRules);
    if (textAt(product, "ScheduleB.UnitOfMeasurement.Code") !== "X" && textAt(product, "ScheduleB.Quantity") === "")
      refuse("128062", "ScheduleB.Quantity");
    if (isFiledByUps) checkLicence(product);
  }
  if (isFiledByUps && !["R", "N"].includes(textAt(forms, "PartiesToTransaction")))
    refuse("128088", "PartiesToTransaction");
}

function checkLicence(product: unknown): void {
  requireField(
    /^[A-Z]{2}$/.test(textAt(product, "EEIInformation.ExportInformation")),
    "EEIInformation.ExportInformation",
  );
  requireField(isPresent(product, "EEIInformation.License.Code"), "EEIInformation.License.Code");
  if (!/^(EAR99|\d[A-E]\d{3})$/.test(textAt(product, "EEIInformation.License.ECCNNumber")))
    refuse("128093", "License.ECCNNumber");
}

function checkAll(node: unknown, rules: typeof headRules): void {
  for (const [code, path, pattern] of rules) if (!pattern.test(textAt(node, path))) refuse(code, path);
}

function refuse(code: string, path: string): never {
  throw new Refusal(code, `Invalid or missing ${path} of the EEI form.`);
}
