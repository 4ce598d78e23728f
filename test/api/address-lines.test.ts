import { accessPoint } from "../support/locations.js";
import { aKey, draft } from "../support/purchases.js";
import { aPackage, newYork, sanFrancisco, seedAccount, withUps } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

const place = { countryCode: "US", postalCode: "10007" };
const { lines: _, ...withoutStreet } = newYork;
const rates = `query ($input: ShippingRatesInput!) {
  shippingRates(input: $input) { quotes { id service { code } } unavailable { message } userErrors { code field message } } }`;
const purchase = `mutation ($input: PurchaseLabelInput!) {
  purchaseLabel(input: $input) { purchase { state } userErrors { code field } } }`;

const paths = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => [code, field.join(".")]);

describe("an address without its street lines", () => {
  it.each([
    ["absent", {}],
    ["null", { lines: null }],
    ["empty", { lines: [] }],
    ["blank", { lines: [" "] }],
  ])("is priced by its country and postal code; lines: %s", async (_how, lines) => {
    const input = { shipTo: { ...place, ...lines }, packages: [aPackage] };
    const { quotes, userErrors } = (await service.run(rates, { input })).shippingRates;
    expect(userErrors).toEqual([]);
    expect(quotes.length).toBeGreaterThan(0);
  });

  it("is enough to look for access points around", async () => {
    const address = { countryCode: "US", postalCode: "10118", city: "New York", region: "NY" };
    expect(await accessPoint(service, "U10000003", { address })).toMatch(/^loc_/);
  });

  it("is refused with REQUIRED at its path where a label is bought", async () => {
    const shipment = { shipTo: withoutStreet, packages: [aPackage], service: "UPS_GROUND" };
    const inline = (await service.run(purchase, { input: { idempotencyKey: aKey(), shipment } })).purchaseLabel;
    expect([inline.purchase, paths(inline)]).toEqual([null, [["REQUIRED", "input.shipment.shipTo.lines"]]]);
    const from = { ...shipment, shipTo: newYork, shipFrom: { ...sanFrancisco, lines: undefined } };
    const sent = (await service.run(purchase, { input: { idempotencyKey: aKey(), shipment: from } })).purchaseLabel;
    expect(paths(sent)).toEqual([["REQUIRED", "input.shipment.shipFrom.lines"]]);
  });

  it("is refused where what was quoted or drafted by it is bought", async () => {
    const input = { shipTo: place, packages: [aPackage] };
    const { quotes } = (await service.run(rates, { input })).shippingRates;
    const { id } = quotes.find(({ service: { code } }: { service: { code: string } }) => code === "UPS_GROUND");
    const quoted = await service.run(purchase, { input: { idempotencyKey: aKey(), shipment: { rateQuoteId: id } } });
    expect(quoted.purchaseLabel.purchase).toBeNull();
    expect(paths(quoted.purchaseLabel)).toContainEqual(["REQUIRED", "input.shipment.shipTo.lines"]);
    const shipmentId = await draft(service, { shipTo: withoutStreet, service: null });
    const bought = { idempotencyKey: aKey(), shipmentId, service: "UPS_GROUND" };
    const drafted = (await service.run(purchase, { input: bought })).purchaseLabel;
    expect([drafted.purchase, drafted.userErrors.map(({ code }: { code: string }) => code)]).toEqual([
      null,
      ["REQUIRED"],
    ]);
  });

  it("is refused with REQUIRED of an account and where it is validated", async () => {
    const account = `mutation ($input: CreateCarrierAccountInput!) {
      createCarrierAccount(input: $input) { userErrors { code field } } }`;
    const entered = withUps({
      ...{ name: "Second", environment: "SIMULATOR", accountNumber: "B2B2B2", clientId: "a", clientSecret: "b" },
      address: { ...sanFrancisco, lines: null },
    });
    expect(paths((await service.run(account, { input: entered })).createCarrierAccount)).toEqual([
      ["REQUIRED", "input.address.lines"],
    ]);
    const validate = `query ($input: ValidateAddressInput!) { validateAddress(input: $input) { userErrors { code field } } }`;
    expect(paths((await service.run(validate, { input: { address: place } })).validateAddress)).toEqual([
      ["REQUIRED", "input.address.lines"],
    ]);
  });
});
