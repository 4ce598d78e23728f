import type { AppError } from "../../src/errors.js";
import { createTemplate } from "../support/package-templates.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const inches = (length: number, width: number, height: number) => ({ length, width, height, unit: "IN" });
const pounds = (value: number) => ({ value, unit: "LB" });

let service: TestService;
let small: string;
let large: string;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  const made = async (over: object) => (await createTemplate(service, over)).packageTemplate.id;
  const weights = { tareWeight: pounds(0.5), maxWeight: pounds(30) };
  small = await made({ ...weights, name: "Small", innerDimensions: inches(8, 6, 4), outerDimensions: inches(9, 7, 5) });
  large = await made({
    ...{ ...weights, name: "Large" },
    innerDimensions: inches(18, 12, 12),
    outerDimensions: inches(19, 13, 13),
  });
});
afterAll(() => service.close());

const plan = `boxes { method items { itemIndex sku description quantity placements { x y z length width height } }
  dimensions { length width height unit } grossWeight { value unit }
  billableWeight { weight { value unit } basis dimensionalWeight { value unit } divisor explanation } }
  unpacked { itemIndex quantity reason message } userErrors { code field message }`;
const packAs = async (scopes: ("quote" | "read")[], input: object, also = "") => {
  const source = `query ($input: PackItemsInput!) { packItems(input: $input) { ${plan} ${also} } }`;
  return (await service.run(source, { input }, { scopes })).packItems;
};
const pack = (input: object, also = "") => packAs(["read"], input, also);
const refusals = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => [code, field.join(".")]);

const mug = { sku: "MUG", quantity: 2, weight: pounds(1), dimensions: inches(4, 4, 4) };

it("tells a buyer the box, what is where in it, and what it is billed by and why", async () => {
  const { boxes, unpacked, userErrors } = await packAs(["quote"], { items: [mug] });
  expect([unpacked, userErrors]).toEqual([[], []]);
  const place = { y: 0, z: 0, length: 4, width: 4, height: 4 };
  expect(boxes).toEqual([
    {
      method: "ARRANGED",
      items: [
        {
          ...{ itemIndex: 0, sku: "MUG", description: "MUG", quantity: 2 },
          placements: [
            { ...place, x: 0 },
            { ...place, x: 4 },
          ],
        },
      ],
      dimensions: inches(9, 7, 5),
      grossWeight: pounds(2.5),
      billableWeight: {
        ...{ weight: pounds(2.5), basis: "ACTUAL", dimensionalWeight: pounds(2.3), divisor: 139 },
        explanation: "It weighs 2.5 lb; its size stands for 2.3 lb, at 139 cubic in to the lb, which is not more.",
      },
    },
  ]);
});

it("tells staff the template, and a buyer nothing of it", async () => {
  const also = "boxes { packageType packageTemplate { name } }";
  const { boxes } = await pack({ items: [{ ...mug, dimensions: inches(10, 10, 10), quantity: 1 }] }, also);
  expect(boxes).toMatchObject([{ packageType: "UPS_CUSTOMER_PACKAGE", packageTemplate: { name: "Large" } }]);
  expect(boxes[0].billableWeight).toMatchObject({ basis: "DIMENSIONAL", weight: pounds(23.2) });
  const source = `query ($input: PackItemsInput!) { packItems(input: $input) { ${also} } }`;
  const { errors } = await service.execute(source, { input: { items: [mug] } }, { scopes: ["quote"] });
  expect(errors?.map(({ originalError }) => (originalError as AppError).code)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
});

it("packs by weight alone where no template is wanted, up to what UPS takes of a package", async () => {
  const { boxes } = await pack({ items: [{ ...mug, quantity: 4, weight: pounds(60) }], packageTemplateIds: [] });
  expect(boxes.map(({ method, dimensions, grossWeight }: never) => [method, dimensions, grossWeight])).toEqual([
    ["BY_WEIGHT", null, pounds(120)],
    ["BY_WEIGHT", null, pounds(120)],
  ]);
});

it("says of each item that is in no box why", async () => {
  const items = [
    { ...mug, weight: pounds(40), quantity: 1 },
    { ...mug, dimensions: inches(30, 4, 4), quantity: 1 },
    { ...mug, quantity: 1 },
    { ...mug, quantity: 1, shipAlone: true },
  ];
  const { boxes, unpacked } = await pack({ items, maxPackages: 1 });
  expect(boxes).toHaveLength(1);
  expect(unpacked.map(({ itemIndex, quantity, reason }: never) => [itemIndex, quantity, reason])).toEqual([
    [0, 1, "TOO_HEAVY"],
    [1, 1, "TOO_LARGE"],
    [3, 1, "TOO_MANY_PACKAGES"],
  ]);
});

it.each([
  ["nothing to pack", { items: [] }, [["REQUIRED", "input.items"]]],
  ["an item without a weight", { items: [{ quantity: 1 }] }, [["REQUIRED", "input.items.0.weight"]]],
  [
    "weights, sizes and numbers of nothing",
    { items: [mug, { quantity: 0, weight: pounds(0), dimensions: inches(0, 1, 1) }] },
    [
      ["INVALID", "input.items.1.quantity"],
      ["INVALID", "input.items.1.weight.value"],
      ["INVALID", "input.items.1.dimensions.length"],
    ],
  ],
  ["too many pieces", { items: [{ ...mug, quantity: 1001 }] }, [["INVALID", "input.items"]]],
  ["no package at all", { items: [mug], maxPackages: 0 }, [["INVALID", "input.maxPackages"]]],
  ["a country that is none", { items: [mug], originCountryCode: "usa" }, [["INVALID", "input.originCountryCode"]]],
  [
    "a template that there is not",
    { items: [mug], packageTemplateIds: ["ptp_none"] },
    [["NOT_FOUND", "input.packageTemplateIds.0"]],
  ],
])("refuses %s", async (_, input, expected) => {
  expect(refusals(await pack(input))).toEqual(expected);
});

describe("a package that names its template", () => {
  const create = `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) {
    shipment { packages { weight { value unit } dimensions { length width height unit } packageType { code } } }
    userErrors { code field } } }`;
  const shipped = async (pkg: object) => {
    const input = { shipTo: newYork, packages: [{ ...pkg, weight: pounds(5) }] };
    return (await service.run(create, { input })).createShipment;
  };

  it("has its outer dimensions and its type, and the gross weight that was given", async () => {
    const { shipment } = await shipped({ packageTemplateId: large });
    const packageType = { code: "UPS_CUSTOMER_PACKAGE" };
    expect(shipment.packages).toEqual([{ weight: pounds(5), dimensions: inches(19, 13, 13), packageType }]);
  });

  it("keeps what staff say of it", async () => {
    const over = { packageTemplateId: small, dimensions: inches(10, 8, 6), packageType: "UPS_PAK" };
    const { shipment } = await shipped(over);
    expect(shipment.packages).toMatchObject([{ dimensions: inches(10, 8, 6), packageType: { code: "UPS_PAK" } }]);
  });

  it("is priced with them", async () => {
    const rates = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
      quotes { service { code } billableWeight { value } } userErrors { code field } } }`;
    const rated = async (pkg: object) => {
      const input = { shipTo: newYork, packages: [{ weight: pounds(1), ...pkg }] };
      const { quotes } = (await service.run(rates, { input })).shippingRates;
      return quotes.find(({ service: { code } }: never) => code === "UPS_GROUND").billableWeight.value;
    };
    expect(await rated({ packageTemplateId: large })).toBe(await rated({ dimensions: inches(19, 13, 13) }));
    expect(await rated({ packageTemplateId: large })).toBeGreaterThan(await rated({}));
  });

  it("is refused where there is no such template, or it is archived", async () => {
    const { packageTemplate } = await createTemplate(service, { name: "Old" });
    const archive = `mutation ($id: ID!) { archivePackageTemplate(input: { packageTemplateId: $id }) { userErrors { code } } }`;
    await service.run(archive, { id: packageTemplate.id });
    const field = "input.packages.0.packageTemplateId";
    expect(refusals(await shipped({ ...aPackage, packageTemplateId: "ptp_none" }))).toEqual([["NOT_FOUND", field]]);
    expect(refusals(await shipped({ packageTemplateId: packageTemplate.id }))).toEqual([["NOT_ALLOWED", field]]);
  });
});
