import { type AcceptedNames, leaves } from "./accepted-names.js";

/** Accepted names that Rate and Ship share. Source: UPS's Rating and Shipping specs, v2409. */

export const code = leaves("Code Description");
export const money = leaves("CurrencyCode MonetaryValue");
export const address = leaves("AddressLine City StateProvinceCode PostalCode CountryCode");
export const cod: AcceptedNames = { ...leaves("CODFundsCode"), CODAmount: money };
/** `RequestOption` is required by Rating's spec though no longer declared there. */
export const request: AcceptedNames = {
  ...leaves("RequestOption SubVersion"),
  TransactionReference: leaves("CustomerContext"),
};
export const ratingOptions = leaves(
  "NegotiatedRatesIndicator RateChartIndicator UserLevelDiscountIndicator TPFCNegotiatedRatesIndicator",
);
export const sizeAndWeight: AcceptedNames = {
  Dimensions: { ...leaves("Length Width Height"), UnitOfMeasurement: code },
  PackageWeight: { ...leaves("Weight"), UnitOfMeasurement: code },
};

/** Of a substance, which Ship and Rate list at different places. */
export const chemicalNames = leaves(
  "ChemicalRecordIdentifier ClassDivisionNumber IDNumber TransportationMode RegulationSet EmergencyPhone EmergencyContact " +
    "ReportableQuantity SubRiskClass PackagingGroupType Quantity UOM PackagingInstructionCode ProperShippingName " +
    "TechnicalName AdditionalDescription PackagingType HazardLabelRequired PackagingTypeQuantity " +
    "CommodityRegulatedLevelCode TransportCategory TunnelRestrictionCode",
);
export const dryIceNames: AcceptedNames = {
  ...leaves("RegulationSet MedicalUseIndicator"),
  DryIceWeight: { ...leaves("Weight"), UnitOfMeasurement: code },
};

export function payerNames(thirdPartyAddress: AcceptedNames): AcceptedNames {
  return {
    ShipmentCharge: {
      ...leaves("Type ConsigneeBilledIndicator"),
      BillShipper: leaves("AccountNumber"),
      BillReceiver: { ...leaves("AccountNumber"), Address: leaves("PostalCode") },
      BillThirdParty: { ...leaves("AccountNumber"), Address: thirdPartyAddress },
    },
    SplitDutyVATIndicator: true,
  };
}
