import { type AcceptedNames, leaves } from "../../request/accepted-names.js";
import { address, code } from "../../request/payload-names.js";

const value = leaves("MonetaryValue");

/** How the export is reported, and what the EEI form (11) says of it. */
const filing: AcceptedNames = {
  ...leaves("Code Description EMailAddress"),
  UPSFiled: { POA: code },
  ShipperFiled: leaves("Code Description PreDepartureITNNumber ExemptionLegend EEIShipmentReferenceNumber"),
};
const exportedProduct: AcceptedNames = {
  ...leaves("ExportType SEDTotalValue"),
  ScheduleB: { ...leaves("Number Quantity"), UnitOfMeasurement: code },
  EEIInformation: { ...leaves("ExportInformation"), License: leaves("Number Code LicenseLineValue ECCNNumber") },
};

/** The tax numbers of sender and recipient. */
export const taxNames: AcceptedNames = {
  ...leaves("OriginCountryShipmentValue DestinationCountryShipmentValue ShipperTypeValue ConsigneeTypeValue"),
  AgentTaxIdentificationNumber: {
    ...leaves("AgentRole"),
    TaxIdentificationNumber: leaves(
      "IdentificationNumber IDNumberCustomerRole IDNumberEncryptionIndicator IDNumberIssuingCntryCd IDNumberPurposeCode " +
        "IDNumberRequestingCntryCd IDNumberTypeCode IncludeIDNumberOnShippingBrokerageDocs",
    ),
  },
};

/** What `InternationalForms` may say. Other forms than 01, 05, 07 and 11 are not simulated. */
export const invoiceNames: AcceptedNames = {
  EEIFilingOption: filing,
  ...leaves("ExportDate ExportingCarrier InBondCode PointOfOrigin PointOfOriginType ModeOfTransport"),
  ...leaves("PartiesToTransaction"),
  Contacts: {
    UltimateConsignee: {
      ...leaves("CompanyName"),
      Address: { ...address, ...leaves("Town") },
      UltimateConsigneeType: code,
    },
    ForwardAgent: { ...leaves("CompanyName TaxIdentificationNumber"), Address: { ...address, ...leaves("Town") } },
    SoldTo: {
      ...leaves("Name AttentionName TaxIdentificationNumber EMailAddress AccountNumber"),
      Phone: leaves("Number Extension"),
      Address: { ...address, ...leaves("Town") },
    },
  },
  Product: {
    ...leaves("Description CommodityCode PartNumber OriginCountryCode CommodityFieldSpecialConditionCode"),
    ProductIdentifier: leaves("ProductID ProductIDTypeCode"),
    Unit: { ...leaves("Number Value"), UnitOfMeasurement: code },
    ...exportedProduct,
    ProductWeight: { ...leaves("Weight"), UnitOfMeasurement: code },
  },
  ...leaves("InvoiceNumber InvoiceDate PurchaseOrderNumber TermsOfShipment ReasonForExport"),
  ...leaves("Comments DeclarationStatement CurrencyCode OverridePaperlessIndicator"),
  Discount: value,
  FreightCharges: value,
  InsuranceCharges: value,
  OtherCharges: { ...value, ...leaves("Description") },
};
