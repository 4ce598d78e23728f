import { aKey, aShipment, draft } from "../support/purchases.js";
import { aPackage, newYork, sanFrancisco, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
afterAll(() => service.close());

type Answer = { userErrors: { code: string; field: string[]; message: string }[] };

async function refusal(root: string, input: object): Promise<[string, string, string][]> {
  const [operation = "query", name = ""] = root.split(" ");
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const source = `${operation} ($input: ${type}!) { ${name}(input: $input) { userErrors { code field message } } }`;
  const { userErrors }: Answer = (await service.run(source, { input }))[name];
  return userErrors.map(({ code, field, message }) => [code, field.join("."), message]);
}

const ground = "UPS_GRUOND is unknown. Did you mean UPS_GROUND?";
const box = "UPS_CUSTOMER_PACKGE is unknown. Did you mean UPS_CUSTOMER_PACKAGE?";
const wrongBox = { packages: [aPackage, { ...aPackage, packageType: "UPS_CUSTOMER_PACKGE" }] };
const wrongService = { service: "UPS_GRUOND" };
const ups = () => ({
  ...{ carrierAccountId: accountId, packageType: "UPS_CUSTOMER_PACKAGE" },
  ...{ weightUnit: "LB", dimensionUnit: "IN", labelFormat: "PDF" },
});
const printed = { returnService: { kind: "PRINT_RETURN_LABEL" } };
const fromTo = { shipFrom: { countryCode: "US" }, shipTo: { countryCode: "US" } };

describe("an unknown code is told with what was perhaps meant, where it was given", () => {
  it.each<[string, () => object, string, string]>([
    ["mutation createShipment", () => aShipment(wrongService), "service", ground],
    ["mutation createShipment", () => aShipment(wrongBox), "packages.1.packageType", box],
    [
      "mutation purchaseLabel",
      () => ({ idempotencyKey: aKey(), shipment: aShipment(wrongService) }),
      "shipment.service",
      ground,
    ],
    [
      "mutation purchaseLabel",
      () => ({ idempotencyKey: aKey(), shipment: aShipment(wrongBox) }),
      "shipment.packages.1.packageType",
      box,
    ],
    [
      "mutation purchaseReturnLabel",
      () => ({
        idempotencyKey: aKey(),
        ...printed,
        ...wrongService,
        shipment: { shipFrom: newYork, shipTo: sanFrancisco, packages: [aPackage] },
      }),
      "service",
      ground,
    ],
    [
      "mutation createShippingMethod",
      () => ({ name: "Ground", ups: { ...ups(), ...wrongService } }),
      "ups.service",
      ground,
    ],
    [
      "mutation createShippingMethod",
      () => ({ name: "Ground", ups: { ...ups(), packageType: "UPS_CUSTOMER_PACKGE" } }),
      "ups.packageType",
      box,
    ],
    ["query shippingRates", () => ({ shipTo: newYork, ...wrongBox }), "packages.1.packageType", box],
    ["query carrierServiceOptions", () => ({ ...fromTo, ...wrongService }), "service", ground],
    ["query carrierServiceOptions", () => ({ ...fromTo, packageType: "UPS_CUSTOMER_PACKGE" }), "packageType", box],
  ])("%s %#", async (root, input, field, message) => {
    expect(await refusal(root, input())).toEqual([["INVALID", `input.${field}`, message]]);
  });

  it("mutation updateShipment, of a draft", async () => {
    const shipmentId = await draft(service);
    expect(await refusal("mutation updateShipment", { shipmentId, ...wrongService })).toEqual([
      ["INVALID", "input.service", ground],
    ]);
    expect(await refusal("mutation purchaseLabel", { idempotencyKey: aKey(), shipmentId, ...wrongService })).toEqual([
      ["INVALID", "input.service", ground],
    ]);
  });

  it("mutation updateShippingMethod", async () => {
    const create = `mutation ($input: CreateShippingMethodInput!) {
      createShippingMethod(input: $input) { shippingMethod { id } userErrors { message } } }`;
    const { createShippingMethod } = await service.run(create, { input: { name: "Ground", ups: ups() } });
    const shippingMethodId = createShippingMethod.shippingMethod.id;
    expect(await refusal("mutation updateShippingMethod", { shippingMethodId, ups: wrongService })).toEqual([
      ["INVALID", "input.ups.service", ground],
    ]);
  });

  it("a carrier", async () => {
    expect(await refusal("mutation refreshTracker", { carrierCode: "ups", trackingNumber: "1Z" })).toEqual([
      ["NOT_FOUND", "input.carrierCode", "ups is unknown. Did you mean UPS?"],
    ]);
  });

  it("Carrier.packageTypes", async () => {
    const { errors } = await service.execute(`{ carriers { packageTypes(service: "UPS_GRUOND") { code } } }`);
    expect(errors?.map(({ message }) => message)).toEqual([ground]);
  });

  it.each(["shipments", "shippingLabels"])("the filter of %s", async (list) => {
    const { data, errors } = await service.execute(`{ ${list}(filter: { service: "UPS_GRUOND" }) { totalCount } }`);
    expect([data, errors?.map(({ message }) => message)]).toEqual([{ [list]: null }, [`filter.service: ${ground}`]]);
  });
});

it("what is meant is a service of the place where the shipment starts", async () => {
  const european = { ...newYork, countryCode: "DE", city: "Berlin", region: null, postalCode: "10178" };
  const input = aShipment({ shipFrom: european, service: "UPS Express Saver" });
  expect(await refusal("mutation createShipment", input)).toEqual([
    ["INVALID", "input.service", "UPS Express Saver is unknown. Did you mean UPS_WORLDWIDE_SAVER?"],
  ]);
});

it.each(["shipments", "shippingLabels"])("a country that does not exist is told by the filter of %s", async (list) => {
  const listOf = (country: string) =>
    service.execute(`{ ${list}(filter: { destinationCountryCode: "${country}" }) { nodes { id } } }`);
  expect((await listOf("XX")).errors?.map(({ message }) => message)).toEqual([
    "filter.destinationCountryCode is no country code of ISO 3166-1 alpha-2.",
  ]);
  expect((await listOf("ca")).data).toEqual({ [list]: { nodes: [] } });
});
