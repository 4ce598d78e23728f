import { type AcceptedNames, leaves } from "../../request/accepted-names.js";
import {
  address,
  chemicalNames,
  cod,
  code,
  dryIceNames,
  money,
  payerNames,
  ratingOptions,
  request,
  sizeAndWeight,
} from "../../request/payload-names.js";

const party: AcceptedNames = { ...leaves("Name AttentionName"), Address: address };

const packageNames: AcceptedNames = {
  ...leaves("LargePackageIndicator AdditionalHandlingIndicator"),
  PackagingType: code,
  SimpleRate: code,
  ...sizeAndWeight,
  PackageServiceOptions: {
    DeliveryConfirmation: leaves("DCISType"),
    COD: cod,
    DeclaredValue: money,
    ...leaves("ShipperReleaseIndicator"),
    HazMat: {
      ...leaves("PackageIdentifier QValue OverPackedIndicator AllPackedInOneIndicator"),
      HazMatChemicalRecord: chemicalNames,
    },
    DryIce: dryIceNames,
  },
};

const shipment: AcceptedNames = {
  Shipper: { ...party, ...leaves("ShipperNumber") },
  ShipTo: { ...party, Address: { ...address, ...leaves("ResidentialAddressIndicator") } },
  ShipFrom: party,
  PaymentDetails: payerNames(address),
  Service: code,
  ShipmentIndicationType: code,
  AlternateDeliveryAddress: { ...leaves("Name"), Address: address },
  ...leaves("NumOfPieces DocumentsOnlyIndicator TaxInformationIndicator RatingMethodRequestedIndicator"),
  ShipmentTotalWeight: { ...leaves("Weight"), UnitOfMeasurement: code },
  Package: packageNames,
  ShipmentServiceOptions: {
    ...leaves("SaturdayPickupIndicator SaturdayDeliveryIndicator SundayDeliveryIndicator AvailableServicesOption"),
    DeliveryConfirmation: leaves("DCISType"),
    COD: cod,
    ReturnService: code,
  },
  ShipmentRatingOptions: ratingOptions,
  InvoiceLineTotal: money,
  DeliveryTimeInformation: { ...leaves("PackageBillType"), Pickup: leaves("Date Time") },
};

/** What a Rate request may say. Freight and premium services are not in it. */
export const rateNames: AcceptedNames = {
  RateRequest: { Request: request, PickupType: code, CustomerClassification: code, Shipment: shipment },
};
