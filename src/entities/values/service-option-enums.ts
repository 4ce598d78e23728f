import { describedEnum } from "./described-enum.js";

export const ServiceOptionLevel = describedEnum(
  "ServiceOptionLevel",
  "Whether the carrier is told of an option for each package or once for the shipment.",
  { PACKAGE: "For each package.", SHIPMENT: "Once for the shipment." },
);
export type ServiceOptionLevel = keyof typeof ServiceOptionLevel;

export const CarrierServiceOptionCode = describedEnum(
  "CarrierServiceOptionCode",
  "What a carrier may do besides carrying. RETURN_BY_...: how what goes this way may come back.",
  {
    SIGNATURE: "Anybody's signature: `options.signature`.",
    ADULT_SIGNATURE: "An adult's signature: `options.signature`.",
    SATURDAY_DELIVERY: "Delivery on a Saturday: `options.isSaturdayDelivery`.",
    DECLARED_VALUE: "Cover of a declared value: `packages.declaredValue`.",
    COLLECT_ON_DELIVERY: "Collect on Delivery: `options.collectOnDelivery`.",
    BILL_RECIPIENT: "The recipient's own account pays: `options.payer`.",
    BILL_THIRD_PARTY: "Somebody else's account pays: `options.payer`.",
    DUTIES_PAYER: "Duties paid by sender or recipient: `options.dutiesPayer`. Where there are none it is not used.",
    ACCESS_POINT_DELIVERY: "Delivery to a place of the carrier's instead of to the door.",
    COMMERCIAL_INVOICE: "A commercial invoice for customs, made by the carrier.",
    PAPERLESS_DOCUMENTS: "Uploaded customs papers go with the shipment.",
    EMAIL_NOTIFICATION: "E-mails that the carrier sends: `options.notifications`.",
    VOID_CHOSEN_PACKAGES: "Some of the packages can be voided, and the others kept.",
    RETURN_BY_PRINT_RETURN_LABEL: "A return label that comes with the answer.",
    RETURN_BY_ELECTRONIC_RETURN_LABEL: "A return label that the carrier sends by e-mail.",
    RETURN_BY_PRINT_AND_MAIL: "A return label that the carrier prints and mails.",
    RETURN_BY_ONE_PICKUP_ATTEMPT: "The driver brings the return label and comes once.",
    RETURN_BY_THREE_PICKUP_ATTEMPTS: "The driver brings the return label and comes up to three times.",
    RETURN_BY_EXCHANGE: "The driver takes the goods back where the new ones are delivered.",
    RETURN_BY_PACK_AND_COLLECT_ONE_ATTEMPT: "The driver brings a box too and comes once.",
    RETURN_BY_PACK_AND_COLLECT_THREE_ATTEMPTS: "The driver brings a box too and comes up to three times.",
  },
);
export type CarrierServiceOptionCode = keyof typeof CarrierServiceOptionCode;
