import { sanFrancisco, withUps } from "./seed.js";
import type { As, TestService } from "./service.js";

const accountFields = `
  id name environment status accountNumberMasked clientIdMasked clientSecretFingerprint credentialsRotatedAt
  accountType shipsRegulatedItems appName callbackUrl
  carrier { code name }
  address { name company lines city region postalCode countryCode phone residentialStatus }
  products {
    product state checkedAt
    setupStep { key title instruction url isRequired isVerifiable state }
    carrierMessages { carrierErrorCode severity text }
  }`;

/** Complete and good at the simulator; a test changes what it is about. */
export function anAccountInput(changes: Record<string, unknown> = {}) {
  return withUps({
    name: "Main account",
    environment: "SIMULATOR",
    accountNumber: "0A1B2C",
    clientId: "client-of-the-tests",
    clientSecret: "secret-of-the-tests",
    address: sanFrancisco,
    ...changes,
  });
}

/** A mutation of accounts with everything that can be read of the result. */
export async function changeAccount(service: TestService, name: string, input: object, as?: As) {
  const source = `mutation($input: ${capital(name)}Input!) {
    payload: ${name}(input: $input) { carrierAccount { ${accountFields} } userErrors { code message field carrierErrorCode } }
  }`;
  return (await service.run(source, { input }, as)).payload;
}

export const createAccount = (service: TestService, changes: Record<string, unknown> = {}, as?: As) =>
  changeAccount(service, "createCarrierAccount", anAccountInput(changes), as);

export async function readAccount(service: TestService, id: string, as?: As) {
  const source = `query($id: ID!) { carrierAccount(id: $id) { ${accountFields} } }`;
  return (await service.run(source, { id }, as)).carrierAccount;
}

/** What a test decides on: code and path, not the wording. */
export const codesAndFields = (payload: { userErrors: { code: string; field: string[] | null }[] }) =>
  payload.userErrors.map(({ code, field }) => [code, field?.join(".") ?? null]);

export const states = (account: {
  products: { product: string; state: string; setupStep: { key: string } | null }[];
}) => account.products.map(({ product, state, setupStep }) => [product, state, setupStep?.key ?? null]);

const products = [
  ...["AUTHORIZATION", "RATING", "SHIPPING"],
  ...["ADDRESS_VALIDATION", "LOCATOR", "PAPERLESS_DOCUMENTS", "TRACKING", "TIME_IN_TRANSIT"],
];

type ProductState = [product: string, state: string, step: string | null];

/** What `states` gives where every product says the same. */
export const everyProduct = (state: string, step: string | null = null): ProductState[] =>
  products.map((product) => [product, state, step]);

/** What `states` gives where all is well but for these. */
export const allWellBut = (...bad: ProductState[]): ProductState[] =>
  everyProduct("OK").map((row) => bad.find(([product]) => product === row[0]) ?? row);

/** A client of the simulator whose app has Authorization and nothing else. */
export const clientWithoutProducts = `app-${["rating", "shipping", "address-validation", "locator", "paperless", "tracking", "time-in-transit"].map((product) => `without-${product}`).join("-")}`;

const capital = (name: string) => name[0]!.toUpperCase() + name.slice(1);
