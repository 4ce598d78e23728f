import { type AcceptedNames, leaves } from "./accepted-names.js";

/** Accepted names that Rate and Ship share. Source: UPS's Rating and Shipping specs, v2409. */

export const CODE = leaves("Code Description");
export const MONEY = leaves("CurrencyCode MonetaryValue");
export const ADDRESS = leaves("AddressLine City StateProvinceCode PostalCode CountryCode");
export const COD: AcceptedNames = { ...leaves("CODFundsCode"), CODAmount: MONEY };
/** `RequestOption` is required by Rating's spec though no longer declared there. */
export const REQUEST: AcceptedNames = {
  ...leaves("RequestOption SubVersion"),
  TransactionReference: leaves("CustomerContext"),
};
export const RATING_OPTIONS = leaves(
  "NegotiatedRatesIndicator RateChartIndicator UserLevelDiscountIndicator TPFCNegotiatedRatesIndicator",
);
export const SIZE_AND_WEIGHT: AcceptedNames = {
  Dimensions: { ...leaves("Length Width Height"), UnitOfMeasurement: CODE },
  PackageWeight: { ...leaves("Weight"), UnitOfMeasurement: CODE },
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
