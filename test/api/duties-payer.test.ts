import { bought, draft } from "../support/purchases.js";
import { addMethod, shippingRates, toronto } from "../support/rate-setup.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
const methods: Record<string, string> = {};
beforeAll(async () => {
  service = await startTestService();
  const accountId = await seedAccount(service);
  for (const dutiesPayer of ["SENDER", "RECIPIENT"] as const)
    methods[dutiesPayer] = (await addMethod(service, accountId, { dutiesPayer })).id;
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

const item = { description: "Mug", quantity: 1, unitValue: { amount: "20.00", currencyCode: "USD" } };
const packages = [{ ...aPackage, items: [item] }];
const abroad = { shipTo: toronto, service: "UPS_STANDARD", packages };
const athome = { shipTo: newYork, service: "UPS_GROUND", packages };

/** The kinds of charges that Ship was asked to bill, with who pays them. */
async function billed(): Promise<string[]> {
  const [ship] = (await service.control.requests()).filter(({ operation }) => operation === "SHIP");
  const { ShipmentCharge } = (
    ship!.body as { ShipmentRequest: { Shipment: { PaymentInformation: { ShipmentCharge: object[] } } } }
  ).ShipmentRequest.Shipment.PaymentInformation;
  return ShipmentCharge.map((charge) => Object.values(charge)[0] + Object.keys(charge)[1]!);
}

const both = ["01BillShipper", "02BillShipper"];
const transport = ["01BillShipper"];

it.each([
  ["of a method where the sender pays, abroad", "SENDER", abroad, null, both],
  ["of a method where the sender pays, at home, where there are none", "SENDER", athome, null, transport],
  ["of a method where the recipient pays", "RECIPIENT", abroad, null, transport],
  ["that the shipment gives to the sender", "RECIPIENT", abroad, "SENDER", both],
  ["that the shipment gives to the recipient", "SENDER", abroad, "RECIPIENT", transport],
])("duties %s", async (_what, method, shipment, dutiesPayer, expected) => {
  const options = dutiesPayer ? { dutiesPayer } : {};
  await bought(service, { shipment: { ...shipment, shippingMethodId: methods[method], options } });
  expect(await billed()).toEqual(expected);
});

it("are part of the price where the sender takes them", async () => {
  const rate = async (dutiesPayer: string) => {
    const { service: _, ...parts } = abroad;
    const input = { ...parts, shippingMethodIds: [methods.RECIPIENT], options: { dutiesPayer } };
    const { quotes } = (await service.run(shippingRates, { input })).shippingRates;
    const standard = quotes.find((quote: { service: { code: string } }) => quote.service.code === "UPS_STANDARD");
    return standard.carrierPrice.charges.map(({ kind }: { kind: string }) => kind);
  };
  expect(await rate("SENDER")).toContain("DUTIES_TAXES");
  expect(await rate("RECIPIENT")).not.toContain("DUTIES_TAXES");
});

it("stay as they were saved when the method's default changes", async () => {
  const shipmentId = await draft(service, { ...abroad, shippingMethodId: methods.SENDER });
  const source = `mutation ($id: ID!) {
    updateShippingMethod(input: { shippingMethodId: $id, ups: { dutiesPayer: RECIPIENT } }) { userErrors { code } } }`;
  expect((await service.run(source, { id: methods.SENDER })).updateShippingMethod.userErrors).toEqual([]);
  await bought(service, { shipmentId });
  expect(await billed()).toEqual(both);
});

describe("duties that a third party pays", () => {
  const dutiesPayerAccount = { accountNumber: " x9y8z7 ", postalCode: "10007", countryCode: "us" };
  const options = { dutiesPayer: "THIRD_PARTY", dutiesPayerAccount };
  const create = async (parts: object) =>
    (
      await service.run(
        `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) { userErrors { code field }
          shipment { options { dutiesPayer dutiesPayerAccountNumberMasked } } } }`,
        { input: { shippingMethodId: methods.RECIPIENT, ...parts } },
      )
    ).createShipment;

  it("are billed to its account, which is read masked", async () => {
    const { shipment } = await create({ ...abroad, options });
    expect(shipment.options).toEqual({ dutiesPayer: "THIRD_PARTY", dutiesPayerAccountNumberMasked: "••••Z7" });
    await bought(service, { shipment: { ...abroad, shippingMethodId: methods.SENDER, options } });
    expect(await billed()).toEqual(["01BillShipper", "02BillThirdParty"]);
  });

  it("may be in the United Kingdom by the name that people give it", async () => {
    const british = { accountNumber: "X9Y8Z7", postalCode: "sw1a1aa", countryCode: "uk" };
    const inBritain = { ...options, dutiesPayerAccount: british };
    await bought(service, { shipment: { ...abroad, shippingMethodId: methods.SENDER, options: inBritain } });
    const [ship] = (await service.control.requests()).filter(({ operation }) => operation === "SHIP");
    expect(JSON.stringify(ship!.body)).toContain('"PostalCode":"SW1A 1AA","CountryCode":"GB"');
  });

  it.each([
    ["no account", { ...abroad, options: { dutiesPayer: "THIRD_PARTY" } }, "REQUIRED", "dutiesPayerAccount"],
    ["an account that is not used", { ...abroad, options: { dutiesPayerAccount } }, "INVALID", "dutiesPayerAccount"],
    ["no duties to pay", { ...athome, options }, "OPTION_NOT_ALLOWED", "dutiesPayer"],
  ])("are refused with %s", async (_, parts, code, field) => {
    expect((await create(parts)).userErrors).toEqual([{ code, field: ["input", "options", field] }]);
  });
});
