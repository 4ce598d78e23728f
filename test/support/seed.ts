import type { As, TestService } from "./service.js";

/** A public business address: the city hall of San Francisco. */
export const sanFrancisco = {
  name: "Front Desk",
  company: "City Hall",
  lines: ["1 Dr Carlton B Goodlett Pl"],
  city: "San Francisco",
  region: "CA",
  postalCode: "94102",
  countryCode: "US",
  phone: "4155544000",
};

/** A public business address: the city hall of New York. */
export const newYork = {
  name: "Front Desk",
  company: "City Hall",
  lines: ["City Hall Park"],
  city: "New York",
  region: "NY",
  postalCode: "10007",
  countryCode: "US",
  phone: "2127883000",
};

/** A public business address: Berlin's Red City Hall. */
export const berlin = {
  name: "Pforte",
  company: "Rotes Rathaus",
  lines: ["Rathausstr. 15"],
  city: "Berlin",
  postalCode: "10178",
  countryCode: "DE",
  phone: "49309026",
};

export const aPackage = {
  weight: { value: 2.5, unit: "LB" },
  dimensions: { length: 10, width: 8, height: 4, unit: "IN" },
};

/** An account with UPS's credentials where they belong: a test says `clientId` or `clientSecret` beside the rest. */
export function withUps(input: Record<string, unknown>) {
  const { clientId, clientSecret, ...rest } = input;
  return { ...rest, ups: { clientId, clientSecret } };
}

/** An active account at the simulator; gives its id. */
export async function seedAccount(service: TestService, input: Record<string, unknown> = {}, as?: As): Promise<string> {
  const created = await service.run(
    `mutation($input: CreateCarrierAccountInput!) { createCarrierAccount(input: $input) { carrierAccount { id } userErrors { code message field } } }`,
    {
      input: withUps({
        name: "Main account",
        environment: "SIMULATOR",
        accountNumber: "0A1B2C",
        clientId: "demo-client",
        clientSecret: "demo-secret",
        address: sanFrancisco,
        ...input,
      }),
    },
    as,
  );
  const { carrierAccount, userErrors } = created.createCarrierAccount;
  if (carrierAccount === null) throw new Error(JSON.stringify(userErrors));
  const activated = await service.run(
    `mutation($id: ID!) { activateCarrierAccount(input: { carrierAccountId: $id }) { carrierAccount { status } userErrors { message } } }`,
    { id: carrierAccount.id },
    as,
  );
  if (activated.activateCarrierAccount.userErrors.length > 0) throw new Error(JSON.stringify(activated));
  return carrierAccount.id;
}
