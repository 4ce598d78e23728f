import type { As, TestService } from "./service.js";

/** A public office building, as people type it. */
export const empireState = {
  ...{ name: "Ada Example", company: "Example Books", lines: ["350 Fifth Avenue"], city: "New York", region: "NY" },
  ...{ postalCode: "10118", countryCode: "US", phone: "2125550100" },
};

/** A public place that the simulator takes for homes: the mayor's house stands there. */
export const graciePark = {
  ...{ name: "Grace Sample", lines: ["550 East 88th Street"], city: "New York", region: "NY" },
  ...{ postalCode: "10128", countryCode: "US", phone: "2125550101" },
};

const validateAddress = `query ($input: ValidateAddressInput!) {
  validateAddress(input: $input) {
    addressValidation {
      status residentialStatus
      candidates {
        address {
          name company lines city region postalCode countryCode phone
          residentialStatus residentialStatusSource residentialStatusCheckedAt
        }
        residentialStatus changedFields
      }
    }
    userErrors { code message field carrierErrorCode }
  }
}`;

/** The whole payload of `validateAddress`. */
export async function validate(service: TestService, address: object, over: object = {}, as?: As) {
  return (await service.run(validateAddress, { input: { address, ...over } }, as)).validateAddress;
}

/** What nothing is wrong with. */
export const found = (status: string, residentialStatus: string, candidates: unknown = expect.any(Array)) => ({
  addressValidation: { status, residentialStatus, candidates },
  userErrors: [],
});
