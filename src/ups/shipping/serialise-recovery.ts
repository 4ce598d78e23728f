import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { RecoverRequest } from "../../carrier/shipping.js";
import { bodyOf } from "../wire/declared-names.js";
import { serialiseRecoverySpecification, upsFormatOf } from "../words/label-format.js";

export const recoveryPath = "/api/labels/v1/recovery";

/** The body of Label Recovery v1. `LabelSpecification` stands beside `Request`: inside it UPS ignores the format. */
export function serialiseRecovery(account: CarrierAccountAccess, request: RecoverRequest) {
  return bodyOf("RECOVER_LABEL", {
    LabelRecoveryRequest: {
      Request: { SubVersion: "1903" },
      LabelSpecification: serialiseRecoverySpecification(
        request.isCarrierPdf ? request.labelFormat : upsFormatOf(request.labelFormat),
      ),
      ...("trackingNumber" in request
        ? { TrackingNumber: request.trackingNumber }
        : {
            ReferenceValues: {
              ReferenceNumber: { Value: request.carrierReference },
              ShipperNumber: account.accountNumber,
            },
          }),
    },
  });
}
