import { type AcceptedNames, leaves } from "../../request/accepted-names.js";
import {
  ADDRESS,
  COD,
  CODE,
  MONEY,
  payerNames,
  RATING_OPTIONS,
  REQUEST,
  SIZE_AND_WEIGHT,
} from "../../request/payload-names.js";

const PARTY: AcceptedNames = { ...leaves("Name AttentionName"), Address: ADDRESS };

const PACKAGE: AcceptedNames = {
  ...leaves("LargePackageIndicator AdditionalHandlingIndicator"),
  PackagingType: CODE,
  ...SIZE_AND_WEIGHT,
  PackageServiceOptions: {
    DeliveryConfirmation: leaves("DCISType"),
    COD,
    DeclaredValue: MONEY,
    ...leaves("ShipperReleaseIndicator"),
  },
};

const SHIPMENT: AcceptedNames = {
  Shipper: { ...PARTY, ...leaves("ShipperNumber") },
  ShipTo: { ...PARTY, Address: { ...ADDRESS, ...leaves("ResidentialAddressIndicator") } },
  ShipFrom: PARTY,
  PaymentDetails: payerNames(ADDRESS),
  Service: CODE,
  ShipmentIndicationType: CODE,
  AlternateDeliveryAddress: { ...leaves("Name"), Address: ADDRESS },
  ...leaves("NumOfPieces DocumentsOnlyIndicator TaxInformationIndicator RatingMethodRequestedIndicator"),
  ShipmentTotalWeight: { ...leaves("Weight"), UnitOfMeasurement: CODE },
  Package: PACKAGE,
  ShipmentServiceOptions: {
    ...leaves("SaturdayPickupIndicator SaturdayDeliveryIndicator SundayDeliveryIndicator AvailableServicesOption"),
    DeliveryConfirmation: leaves("DCISType"),
    COD,
    ReturnService: CODE,
  },
  ShipmentRatingOptions: RATING_OPTIONS,
  InvoiceLineTotal: MONEY,
  DeliveryTimeInformation: { ...leaves("PackageBillType"), Pickup: leaves("Date Time") },
};

/** What a Rate request may say. Freight, dangerous goods and premium services are not in it. */
export const RATE_NAMES: AcceptedNames = {
  RateRequest: { Request: REQUEST, PickupType: CODE, CustomerClassification: CODE, Shipment: SHIPMENT },
};
