import { type AcceptedNames, leaves } from "../../request/accepted-names.js";
import { code, request } from "../../request/payload-names.js";

/** What a Label Recovery request may say. Roadie, Mail Innovations and Premium Care names are not in it. */
export const recoveryNames: AcceptedNames = {
  LabelRecoveryRequest: {
    Request: request,
    LabelSpecification: {
      ...leaves("HTTPUserAgent"),
      LabelImageFormat: code,
      LabelStockSize: leaves("Height Width"),
    },
    Translate: leaves("LanguageCode DialectCode Code"),
    ...leaves("Locale TrackingNumber"),
    LabelDelivery: leaves("LabelLinkIndicator"),
    ReferenceValues: { ReferenceNumber: leaves("Value"), ...leaves("ShipperNumber") },
  },
};
