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
import { INVOICE_NAMES } from "../forms/form-names.js";

const REFERENCE = leaves("BarCodeIndicator Code Value");

const PARTY: AcceptedNames = {
  ...leaves("Name AttentionName CompanyDisplayableName TaxIdentificationNumber FaxNumber"),
  Phone: leaves("Number Extension"),
  Address: ADDRESS,
};

const RECIPIENT_ADDRESS: AcceptedNames = { ...ADDRESS, ...leaves("ResidentialAddressIndicator POBoxIndicator") };

const PACKAGE: AcceptedNames = {
  ...leaves("Description LargePackageIndicator AdditionalHandlingIndicator"),
  Packaging: CODE,
  ...SIZE_AND_WEIGHT,
  ReferenceNumber: REFERENCE,
  PackageServiceOptions: {
    DeliveryConfirmation: leaves("DCISType DCISNumber"),
    COD,
    DeclaredValue: { ...MONEY, Type: CODE },
    ...leaves("ShipperReleaseIndicator"),
  },
};

const SHIPMENT: AcceptedNames = {
  ...leaves("Description DocumentsOnlyIndicator NumOfPiecesInShipment ShipmentDate Locale"),
  ...leaves("TaxInformationIndicator RatingMethodRequestedIndicator"),
  Shipper: { ...PARTY, ...leaves("ShipperNumber EMailAddress") },
  ShipTo: { ...PARTY, ...leaves("EMailAddress LocationID"), Address: RECIPIENT_ADDRESS },
  ShipFrom: PARTY,
  ReturnService: CODE,
  PaymentInformation: payerNames(leaves("PostalCode CountryCode")),
  ShipmentRatingOptions: RATING_OPTIONS,
  ReferenceNumber: REFERENCE,
  Service: CODE,
  ShipmentIndicationType: CODE,
  AlternateDeliveryAddress: { ...leaves("Name AttentionName UPSAccessPointID"), Address: ADDRESS },
  InvoiceLineTotal: MONEY,
  ShipmentServiceOptions: {
    ...leaves("SaturdayDeliveryIndicator SaturdayPickupIndicator"),
    DeliveryConfirmation: leaves("DCISType DCISNumber"),
    COD,
    Notification: { ...leaves("NotificationCode"), EMail: leaves("EMailAddress Memo") },
    LabelDelivery: { EMail: leaves("EMailAddress") },
    InternationalForms: { ...leaves("FormType"), UserCreatedForm: leaves("DocumentID"), ...INVOICE_NAMES },
  },
  Package: PACKAGE,
};

/** What a Ship request may say. Forms, notifications and freight are not in it: see the README. */
export const SHIP_NAMES: AcceptedNames = {
  ShipmentRequest: {
    Request: REQUEST,
    Shipment: SHIPMENT,
    LabelSpecification: {
      ...leaves("HTTPUserAgent CharacterSet"),
      LabelImageFormat: CODE,
      LabelStockSize: leaves("Height Width"),
    },
  },
};
