import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { RateRequest } from "../../carrier/rating.js";
import { plainOptions } from "../../carrier/shipment-options.js";
import { customerPackage } from "../words/package-types.js";

/** One pound from the account's address to itself: asks for nothing but a price. */
export function sampleRateRequest({ shipper }: CarrierAccountAccess): RateRequest {
  return {
    details: {
      shipFrom: shipper,
      shipTo: shipper,
      packages: [
        {
          weight: { value: 1, unit: "LB" },
          dimensions: null,
          packageType: customerPackage,
          declaredValue: null,
          contentsValue: null,
          reference: null,
          dangerousGoods: null,
          description: null,
        },
      ],
      options: plainOptions,
      reference: null,
      shipDate: null,
      accessPoint: null,
      customs: null,
      returnService: null,
    },
    serviceCode: null,
    weightUnit: null,
    dimensionUnit: null,
  };
}
