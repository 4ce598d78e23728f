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
import { invoiceNames, taxNames } from "../forms/form-names.js";

const reference = leaves("BarCodeIndicator Code Value");

const party: AcceptedNames = {
  ...leaves("Name AttentionName CompanyDisplayableName TaxIdentificationNumber FaxNumber"),
  Phone: leaves("Number Extension"),
  Address: address,
};

const recipientAddress: AcceptedNames = { ...address, ...leaves("ResidentialAddressIndicator POBoxIndicator") };

const packageNames: AcceptedNames = {
  ...leaves("Description LargePackageIndicator AdditionalHandlingIndicator"),
  Packaging: code,
  SimpleRate: code,
  ...sizeAndWeight,
  ReferenceNumber: reference,
  PackageServiceOptions: {
    DeliveryConfirmation: leaves("DCISType DCISNumber"),
    COD: cod,
    DeclaredValue: { ...money, Type: code },
    ...leaves("ShipperReleaseIndicator PackageIdentifier"),
    HazMat: chemicalNames,
    DryIce: dryIceNames,
  },
  HazMatPackageInformation: leaves("AllPackedInOneIndicator OverPackedIndicator QValue OuterPackagingType"),
};

const shipment: AcceptedNames = {
  ...leaves("Description DocumentsOnlyIndicator NumOfPiecesInShipment ShipmentDate Locale"),
  ...leaves("TaxInformationIndicator RatingMethodRequestedIndicator ShipperType ConsigneeType"),
  ...leaves("ShipmentValueThresholdCode"),
  Shipper: { ...party, ...leaves("ShipperNumber EMailAddress") },
  ShipTo: { ...party, ...leaves("EMailAddress LocationID"), Address: recipientAddress },
  ShipFrom: { ...party, VendorInfo: leaves("VendorCollectIDTypeCode VendorCollectIDNumber ConsigneeType") },
  GlobalTaxInformation: taxNames,
  ReturnService: code,
  PaymentInformation: payerNames(leaves("PostalCode CountryCode")),
  ShipmentRatingOptions: ratingOptions,
  ReferenceNumber: reference,
  Service: code,
  ShipmentIndicationType: code,
  AlternateDeliveryAddress: { ...leaves("Name AttentionName UPSAccessPointID"), Address: address },
  InvoiceLineTotal: money,
  ShipmentServiceOptions: {
    ...leaves("SaturdayDeliveryIndicator SaturdayPickupIndicator EUDeMinimisIndicator"),
    DeliveryConfirmation: leaves("DCISType DCISNumber"),
    COD: cod,
    Notification: { ...leaves("NotificationCode"), EMail: leaves("EMailAddress Memo") },
    LabelDelivery: { EMail: leaves("EMailAddress") },
    InternationalForms: { ...leaves("FormType"), UserCreatedForm: leaves("DocumentID"), ...invoiceNames },
  },
  Package: packageNames,
};

/** What a Ship request may say. Forms, notifications and freight are not in it: see the README. */
export const shipNames: AcceptedNames = {
  ShipmentRequest: {
    Request: request,
    Shipment: shipment,
    LabelSpecification: {
      ...leaves("HTTPUserAgent CharacterSet"),
      LabelImageFormat: code,
      LabelStockSize: leaves("Height Width"),
    },
  },
};
