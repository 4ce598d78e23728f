import { readInTenant } from "../../src/database/tenant-transaction.js";
import { upload } from "../support/documents.js";
import { aKey, aShipment, buy } from "../support/purchases.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let first: string;
let second: string;
beforeAll(async () => {
  service = await startTestService();
  first = await seedAccount(service);
  second = await seedAccount(service, { name: "Second account", clientId: "second-client" });
});
beforeEach(() => update({ defaultCarrierAccountId: null, addressCheckPolicy: "TELL" }));
afterAll(() => service.close());

const fields = "defaultCarrierAccount { id status } addressCheckPolicy";
const update = async (input: object, as = {}) => {
  const source = `mutation ($input: UpdateShippingSettingsInput!) {
    updateShippingSettings(input: $input) { shippingSettings { ${fields} } userErrors { code field message } } }`;
  return (await service.run(source, { input }, as)).updateShippingSettings;
};
const read = async (as = {}) => (await service.run(`{ shippingSettings { ${fields} } }`, {}, as)).shippingSettings;
const account = (id: string, status = "ACTIVE") => ({ id, status });
const refusal = (code: string, part: string) => ({
  shippingSettings: null,
  userErrors: [{ code, field: ["input", part], message: expect.stringMatching(/\S/) }],
});

/** Every question that names no account, with the account that answered it, or the errors. */
const unnamed: Record<string, () => Promise<unknown>> = {
  async createShipment() {
    const source = `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) {
      shipment { id } userErrors { code field message } } }`;
    return storedAccount((await service.run(source, { input: aShipment() })).createShipment);
  },
  purchaseLabel: async () => storedAccount(await buy(service, { shipment: aShipment() })),
  async "a return bought alone"() {
    const packages = [{ ...aPackage, items: [{ description: "Mug", quantity: 1 }] }];
    const shipment = { shipFrom: newYork, packages, service: "UPS_GROUND" };
    return storedAccount(await buyReturn(service, { shipment }));
  },
  async shippingRates() {
    const source = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
      quotes { id } userErrors { code field message } } }`;
    const input = { shipTo: newYork, packages: [aPackage] };
    const { quotes, userErrors } = (await service.run(source, { input })).shippingRates;
    return quotes.length === 0 ? userErrors : accountOf("rate_quote", quotes[0].id);
  },
  async uploadShippingDocument() {
    const { document, userErrors } = await upload(service, { idempotencyKey: aKey() });
    return document === null ? userErrors : accountOf("shipping_document", document.id);
  },
};

const storedAccount = (answer: { shipment: { id: string } | null; userErrors: unknown }) =>
  answer.shipment === null ? answer.userErrors : accountOf("shipment", answer.shipment.id);

const accountOf = (table: string, id: string) => column(`select account_id from ${table} where id = $1`, [id]);

async function column(query: string, parameters: string[] = []): Promise<string> {
  const [row] = await readInTenant(service.database, service.tenantId, (manager) => manager.query(query, parameters));
  return row.account_id;
}

describe("shippingSettings", () => {
  it("keeps what is set, leaves what is absent, and clears with null", async () => {
    expect(await read()).toEqual({ defaultCarrierAccount: null, addressCheckPolicy: "TELL" });
    const both = { defaultCarrierAccount: account(second), addressCheckPolicy: "REFUSE" };
    expect(await update({ defaultCarrierAccountId: second, addressCheckPolicy: "REFUSE" })).toEqual({
      shippingSettings: both,
      userErrors: [],
    });
    expect((await update({})).shippingSettings).toEqual(both);
    expect((await update({ defaultCarrierAccountId: null })).shippingSettings).toEqual({
      ...both,
      defaultCarrierAccount: null,
    });
    expect(await read()).toEqual({ defaultCarrierAccount: null, addressCheckPolicy: "REFUSE" });
  });

  it("refuses a policy of null, an unknown account and an archived one, and changes nothing", async () => {
    const archived = await seedAccount(service, { name: "Old", clientId: "old-client" });
    await archive(archived);
    await update({ defaultCarrierAccountId: first });
    expect(await update({ addressCheckPolicy: null, defaultCarrierAccountId: second })).toEqual(
      refusal("INVALID", "addressCheckPolicy"),
    );
    expect(await update({ defaultCarrierAccountId: "cac_unknown" })).toEqual(
      refusal("NOT_FOUND", "defaultCarrierAccountId"),
    );
    expect(await update({ defaultCarrierAccountId: archived, addressCheckPolicy: "IGNORE" })).toEqual(
      refusal("NOT_ALLOWED", "defaultCarrierAccountId"),
    );
    expect(await read()).toEqual({ defaultCarrierAccount: account(first), addressCheckPolicy: "TELL" });
  });

  it("is each tenant's own", async () => {
    await update({ defaultCarrierAccountId: first });
    const stranger = { tenantId: service.otherTenantId };
    expect(await read(stranger)).toEqual({ defaultCarrierAccount: null, addressCheckPolicy: "TELL" });
    expect(await update({ defaultCarrierAccountId: first }, stranger)).toEqual(
      refusal("NOT_FOUND", "defaultCarrierAccountId"),
    );
  });
});

describe.each(Object.keys(unnamed))("of several active accounts, where none is named: %s", (name) => {
  it("uses the default one", async () => {
    await update({ defaultCarrierAccountId: second });
    expect(await unnamed[name]!()).toBe(second);
    await update({ defaultCarrierAccountId: first });
    expect(await unnamed[name]!()).toBe(first);
  });

  it("says how to set a default when there is none", async () => {
    const message = expect.stringContaining("updateShippingSettings");
    expect(await unnamed[name]!()).toMatchObject([
      { code: "REQUIRED", field: expect.arrayContaining(["carrierAccountId"]), message },
    ]);
  });
});

/** Questions of buyers, who know of no account: each asks the carrier once. */
const buyersQuestions = {
  validateAddress: `{ validateAddress(input: { address: { lines: ["City Hall Park"], city: "New York", region: "NY",
    postalCode: "10007", countryCode: "US" } }) { userErrors { code } } }`,
  carrierLocations: `{ carrierLocations(input: { city: { city: "New York", countryCode: "US" } }) { userErrors { code } } }`,
};

it.each(Object.entries(buyersQuestions))("%s asks with the default account", async (_, source) => {
  const asked = async (): Promise<string> => {
    await service.run(source, {}, { scopes: ["quote"] });
    await service.settled();
    return column("select account_id from carrier_request where operation <> 'TOKEN' order by id desc limit 1");
  };
  await update({ defaultCarrierAccountId: second });
  expect(await asked()).toBe(second);
  await update({ defaultCarrierAccountId: first });
  expect(await asked()).toBe(first);
});

it("a number that names no account is tracked with the default one", async () => {
  const tracked = async (trackingNumber: string) => {
    const source = `mutation ($trackingNumber: String!) {
      refreshTracker(input: { carrierCode: "UPS", trackingNumber: $trackingNumber }) { tracker { id } } }`;
    await service.run(source, { trackingNumber });
    await service.settled();
    return column("select account_id from carrier_request where operation = 'TRACK' order by id desc limit 1");
  };
  await update({ defaultCarrierAccountId: second });
  expect(await tracked("1Z9999W99999999999")).toBe(second);
  await update({ defaultCarrierAccountId: first });
  expect(await tracked("1Z9999W99999999998")).toBe(first);
});

it("carrierServiceOptions starts at the default account's address", async () => {
  const source = `{ carrierServiceOptions(input: { shipTo: { countryCode: "US" } }) { options { code } userErrors { code } } }`;
  const ask = async () => (await service.run(source)).carrierServiceOptions;
  expect((await ask()).userErrors).toEqual([{ code: "REQUIRED" }]);
  await update({ defaultCarrierAccountId: first });
  expect(await ask()).toEqual({ options: expect.arrayContaining([{ code: "COLLECT_ON_DELIVERY" }]), userErrors: [] });
});

describe("an archived default", () => {
  it("does not count", async () => {
    const third = await seedAccount(service, { name: "Third", clientId: "third-client" });
    await update({ defaultCarrierAccountId: third });
    await archive(third);
    expect((await read()).defaultCarrierAccount).toEqual(account(third, "ARCHIVED"));
    expect(await unnamed.createShipment!()).toMatchObject([{ code: "REQUIRED" }]);
    await archive(second);
    expect(await unnamed.createShipment!()).toBe(first);
  });
});

async function archive(id: string): Promise<void> {
  const source = `mutation ($id: ID!) {
    archiveCarrierAccount(input: { carrierAccountId: $id }) { userErrors { message } } }`;
  await service.run(source, { id });
}
