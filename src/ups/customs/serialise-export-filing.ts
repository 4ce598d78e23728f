import type { CustomsDeclaration, CustomsItem } from "../../carrier/customs.js";
import type { CarrierFiling, UltimateConsigneeKind } from "../../carrier/export-filing.js";
import type { ShipRequest } from "../../carrier/shipping.js";
import { nameOf, serialiseAddress } from "../words/address.js";
import { findServiceRow } from "../words/codes.js";
import { upsDate } from "../words/dates.js";
import { laneOf } from "../words/lanes.js";
import { exemptionCode, itnCode } from "./export-exemptions.js";
import { isFromStates } from "./export-lines.js";
import { commodityCode, lineTotal } from "./product-lines.js";

/** UPS's form type of the Electronic Export Information, which UPS makes only to file it. */
export const exportForm = "11";

const consigneeCodes: Record<UltimateConsigneeKind, string> = {
  DIRECT_CONSUMER: "D",
  GOVERNMENT_ENTITY: "G",
  RESELLER: "R",
  OTHER: "O",
};
const standard = "11";

/**
 * `EEIFilingOption`: 1A with the number, 1B with the exemption, 3 for UPS. Of what the shipper filed UPS's own examples
 * send the option beside the invoice, without the form (Shipping.yaml, Ship examples; not seen at UPS): whatever becomes
 * of it, the number stands in the invoice's comments, where 15 CFR 30.7 wants it.
 */
export function serialiseExportFiling({ exportFiling }: CustomsDeclaration) {
  if (exportFiling === null) return {};
  const { itn, exemption, carrierFiling } = exportFiling;
  return {
    EEIFilingOption: {
      Code: carrierFiling ? "3" : "1",
      ...(itn !== null && { ShipperFiled: { Code: "A", PreDepartureITNNumber: itnCode(itn) } }),
      ...(exemption !== null && { ShipperFiled: { Code: "B", ExemptionLegend: exemptionCode(exemption) } }),
      ...(carrierFiling && { UPSFiled: { POA: { Code: carrierFiling.powerOfAttorney === "BLANKET" ? "2" : "1" } } }),
    },
  };
}

/** The rest of the form from which UPS files, of the whole shipment. */
export function serialiseExportForm({ details, serviceCode }: ShipRequest, customs: CustomsDeclaration) {
  const filing = customs.exportFiling?.carrierFiling;
  if (!filing) return {};
  const day = details.shipDate ?? customs.invoiceDate;
  return {
    ...(day !== null && { ExportDate: upsDate(day) }),
    InBondCode: "70",
    PointOfOrigin: laneOf(details).from === "PR" ? "PR" : (details.shipFrom.region?.trim().toUpperCase() ?? ""),
    PointOfOriginType: "S",
    ModeOfTransport: findServiceRow(serviceCode)?.ups === standard ? "Truck" : "Air",
    PartiesToTransaction: filing.isBetweenRelatedParties ? "R" : "N",
  };
}

export function serialiseUltimateConsignee({ details }: ShipRequest, { exportFiling }: CustomsDeclaration) {
  if (!exportFiling?.carrierFiling) return {};
  return {
    UltimateConsignee: {
      CompanyName: nameOf(details.shipTo),
      Address: serialiseAddress(details.shipTo),
      UltimateConsigneeType: { Code: consigneeCodes[exportFiling.carrierFiling.ultimateConsignee] },
    },
  };
}

/** Of each product: counted in pieces, which is Schedule B's unit "number". */
export function serialiseExportedProduct(item: CustomsItem, filing: CarrierFiling | null | undefined) {
  if (!filing) return {};
  const total = lineTotal(item);
  return {
    ScheduleB: {
      Number: commodityCode(item.hsCode).replaceAll(".", ""),
      Quantity: [String(item.quantity)],
      UnitOfMeasurement: [{ Code: "NO" }],
    },
    ExportType: isFromStates(item.originCountryCode?.trim().toUpperCase() ?? "") ? "D" : "F",
    SEDTotalValue: total.toFixed(2),
    EEIInformation: {
      // OS: all other exports.
      ExportInformation: "OS",
      License: {
        Code: filing.licenseCode.toUpperCase(),
        LicenseLineValue: total.ceil().toFixed(),
        ECCNNumber: filing.eccn.toUpperCase(),
      },
    },
  };
}
