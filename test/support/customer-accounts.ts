import type { TestService } from "./service.js";

/** A customer's own account with UPS. */
export const aCustomersAccount = {
  ...{
    customerId: "customer-1",
    accountNumber: "x9y8z7",
    postalCode: "10007",
    countryCode: "US",
    name: "Front office",
  },
};

const save = `mutation ($input: SaveCustomerCarrierAccountInput!) { saveCustomerCarrierAccount(input: $input) {
  customerCarrierAccount { id customerId carrier { code } accountNumberMasked postalCode countryCode name }
  clearedFields userErrors { code field message } } }`;

/** Through the front door. */
export async function saveAccount(service: Pick<TestService, "run">, over: object = {}) {
  return (await service.run(save, { input: { ...aCustomersAccount, ...over } })).saveCustomerCarrierAccount;
}
