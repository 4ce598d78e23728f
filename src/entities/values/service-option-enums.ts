import { describedEnum } from "./described-enum.js";

export const ServiceOptionLevel = describedEnum(
  "ServiceOptionLevel",
  "Whether an option applies per package or to the whole shipment.",
  { PACKAGE: "Per package.", SHIPMENT: "Once per shipment." },
);
export type ServiceOptionLevel = keyof typeof ServiceOptionLevel;

export const CarrierServiceOptionCode = describedEnum(
  "CarrierServiceOptionCode",
  "Extra services of a carrier. RETURN_BY_...: return services available for shipments on this lane.",
  {
    SIGNATURE: "Signature required: `options.signature`.",
    ADULT_SIGNATURE: "Adult signature required: `options.signature`.",
    SATURDAY_DELIVERY: "Saturday delivery: `options.isSaturdayDelivery`.",
    DECLARED_VALUE: "Declared value coverage: `packages.declaredValue`.",
    COLLECT_ON_DELIVERY: "Collect on Delivery: `options.collectOnDelivery`.",
    BILL_RECIPIENT: "Freight billed to the recipient's account: `options.payer`.",
    BILL_THIRD_PARTY: "Freight billed to a third party's account: `options.payer`.",
    DUTIES_PAYER: "Choice of who pays duties: `options.dutiesPayer`. Ignored on lanes without duties.",
    ACCESS_POINT_DELIVERY: "Delivery to an access point instead of the recipient's address: `carrierLocationId`.",
    COMMERCIAL_INVOICE: "Commercial invoice produced by the carrier: `customsDeclaration`.",
    PAPERLESS_DOCUMENTS: "Uploaded customs documents sent electronically: `documentIds`.",
    EMAIL_NOTIFICATION: "E-mail notifications sent by the carrier: `options.notifications`.",
    VOID_CHOSEN_PACKAGES:
      "Voiding chosen packages of a shipment while keeping the others: voidShipment with `packageIds`.",
    RETURN_BY_PRINT_RETURN_LABEL: "Return label in the response, to print.",
    RETURN_BY_ELECTRONIC_RETURN_LABEL: "Return label e-mailed by the carrier.",
    RETURN_BY_PRINT_AND_MAIL: "Return label printed and mailed by the carrier.",
    RETURN_BY_ONE_PICKUP_ATTEMPT: "The driver brings the return label; one pickup attempt.",
    RETURN_BY_THREE_PICKUP_ATTEMPTS: "The driver brings the return label; up to three pickup attempts.",
    RETURN_BY_EXCHANGE: "Exchange: the driver collects the return when delivering the replacement.",
    RETURN_BY_PACK_AND_COLLECT_ONE_ATTEMPT: "Pack & Collect: the driver brings a box; one pickup attempt.",
    RETURN_BY_PACK_AND_COLLECT_THREE_ATTEMPTS: "Pack & Collect: the driver brings a box; up to three pickup attempts.",
  },
);
export type CarrierServiceOptionCode = keyof typeof CarrierServiceOptionCode;
