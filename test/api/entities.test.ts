import { isUnionType } from "graphql";
import { statementsDuring } from "../support/count-statements.js";
import { seedEntities } from "../support/seed-entities.js";
import { type As, startTestService, type TestService } from "../support/service.js";

const entities = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Carrier { code name }
    ... on CarrierAccount { id environment }
    ... on CarrierLocation { id isAccessPoint }
    ... on CarrierShippingMethod { id provider }
    ... on CustomerCarrierAccount { id customerId }
    ... on PackageTemplate { id name }
    ... on ShipFromPlace { id timeZone }
    ... on RateQuote { id price { currencyCode } }
    ... on Shipment { id status }
    ... on LabelPurchase { id state }
    ... on ShipmentPackage { id sequence }
    ... on ShippingLabel { id format }
    ... on ShippingDocument { id kind }
    ... on Tracker { id carrierCode }
  }
}`;

let service: TestService;
let keys: Record<string, Record<string, string>>;
let expected: Record<string, Record<string, unknown>>;
beforeAll(async () => {
  service = await startTestService({ order: { typeName: "Order", keyField: "id" } });
  keys = await seedEntities(service);
  const facts: Record<string, object> = {
    Carrier: { name: "UPS" },
    CarrierAccount: { environment: "SIMULATOR" },
    CarrierLocation: { isAccessPoint: true },
    CarrierShippingMethod: { provider: "UPS" },
    CustomerCarrierAccount: { customerId: "customer-1" },
    PackageTemplate: { name: "Medium box" },
    ShipFromPlace: { timeZone: expect.any(String) },
    RateQuote: { price: { currencyCode: "USD" } },
    Shipment: { status: "PURCHASED" },
    LabelPurchase: { state: "PURCHASED" },
    ShipmentPackage: { sequence: 1 },
    ShippingLabel: { format: "PDF" },
    ShippingDocument: { kind: "PACKING_LIST" },
    Tracker: { carrierCode: "UPS" },
  };
  expected = Object.fromEntries(
    Object.entries(keys).map(([type, key]) => [type, { __typename: type, ...key, ...facts[type] }]),
  );
});
afterAll(() => service.close());

const reference = (type: string) => ({ __typename: type, ...keys[type] });
const ask = (representations: unknown[], as?: As) => service.execute(entities, { representations }, as);
const typeNames = [
  "Carrier",
  "CarrierAccount",
  "CarrierLocation",
  "CarrierShippingMethod",
  "CustomerCarrierAccount",
  "PackageTemplate",
  "ShipFromPlace",
  "RateQuote",
  "Shipment",
  "LabelPurchase",
  "ShipmentPackage",
  "ShippingLabel",
  "ShippingDocument",
  "Tracker",
];

it("every type with a key is tried here", () => {
  const union = service.schema.getType("_Entity");
  if (!isUnionType(union)) throw new Error("There is no _Entity.");
  expect(
    union
      .getTypes()
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...typeNames, "Order"].sort());
});

it.each(typeNames)("%s is found by its key", async (type) => {
  expect(await ask([reference(type)])).toEqual({ data: { _entities: [expected[type]] } });
});

it("answers in the order of the question, also when one is asked twice or all types are mixed", async () => {
  const asked = [...typeNames].reverse().flatMap((type) => [reference(type), { ...reference(type), id: "none" }]);
  const found = [...typeNames]
    .reverse()
    .flatMap((type) => [expected[type], type === "Carrier" ? expected[type] : null]);
  expect(await ask([...asked, reference("Shipment")])).toEqual({ data: { _entities: [...found, expected.Shipment] } });
});

it("what is unknown or another tenant's is null, without an error", async () => {
  const unknown = typeNames.map((__typename) => ({ __typename, id: "shp_unknown", code: "DHL" }));
  expect(await ask(unknown)).toEqual({ data: { _entities: unknown.map(() => null) } });
  const ofTenants = typeNames.filter((type) => type !== "Carrier");
  const foreign = await ask(ofTenants.map(reference), { tenantId: service.otherTenantId });
  expect(foreign).toEqual({ data: { _entities: ofTenants.map(() => null) } });
});

it("a malformed representation is null and leaves the others alone", async () => {
  const { id } = keys.Shipment!;
  const malformed = [
    { __typename: "Shipment" },
    { __typename: "Shipment", id: null },
    { __typename: "Shipment", id: 7 },
    { __typename: "Shipment", id: { nested: id } },
    { __typename: "Shipment", id: `${id}\u0000` },
    { __typename: "Nonsense", id },
    { __typename: "MonetaryAmount", amount: "1" },
    { __typename: "Query" },
    { __typename: ["Shipment"], id },
    { id },
    "Shipment",
    { __typename: "Order" },
    { __typename: "Order", id: { nested: 1 } },
  ];
  expect(await ask([...malformed, reference("Shipment")])).toEqual({
    data: { _entities: [...malformed.map(() => null), expected.Shipment] },
  });
});

it("one that fails does not take the others with it", async () => {
  const as = { scopes: ["quote"] } as const;
  const answer = await ask([reference("Shipment"), reference("ShippingLabel"), reference("Shipment")], as);
  expect(answer.data).toEqual({ _entities: [expected.Shipment, null, expected.Shipment] });
  expect(answer.errors?.map(({ path, originalError }) => [path, originalError])).toEqual([
    [["_entities", 1], expect.objectContaining({ code: "FORBIDDEN" })],
  ]);
});

it("nobody's keys are answered without a token", async () => {
  const answer = await ask([reference("Shipment")], { tenantId: null });
  expect(answer.data).toEqual({ _entities: [null] });
  expect(answer.errors?.[0]?.originalError).toMatchObject({ code: "UNAUTHENTICATED" });
});

it.each(typeNames)("a hundred keys of %s cost one statement and nothing at the carrier", async (type) => {
  const unknownOnes = Array.from({ length: 99 }, (_, n) => ({ __typename: type, id: `none_${n}`, code: `NONE_${n}` }));
  await service.control.clearRequests();
  const statements = await statementsDuring(() => ask([...unknownOnes, reference(type)]));
  expect(statements).toEqual([expect.stringContaining("= ANY($")]);
  expect(await service.control.requests()).toEqual([]);
});

it("packages and labels of many shipments cost one statement for each step", async () => {
  const source = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Shipment { packages { label { id } } } }
  }`;
  const representations = Array.from({ length: 50 }, () => reference("Shipment"));
  const statements = await statementsDuring(() => service.run(source, { representations }));
  expect(statements.map((text) => /FROM "(\w+)"/.exec(text)?.[1])).toEqual([
    "shipment",
    "shipment_package",
    "purchased_package",
    "shipping_label",
  ]);
});

it("trackers of many shipments and numbers cost one statement for each step, and nothing at the carrier", async () => {
  const source = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Shipment { deliveryStatus packages { tracker { id events { status } } } }
      ... on Tracker { id events { status } }
    }
  }`;
  const numbers = Array.from({ length: 50 }, (_, n) => ({
    __typename: "Tracker",
    carrierCode: "UPS",
    trackingNumber: `1Z${n}`,
  }));
  const representations = [...Array.from({ length: 50 }, () => reference("Shipment")), ...numbers];
  await service.control.clearRequests();
  const statements = await statementsDuring(() => service.run(source, { representations }));
  expect(statements.map((text) => /FROM "(\w+)"/.exec(text)?.[1]).sort()).toEqual([
    "purchased_package",
    "shipment",
    "shipment_package",
    "tracker",
    "tracker",
    "tracking_event",
  ]);
  expect(await service.control.requests()).toEqual([]);
});

it("asks for at most a thousand entities", async () => {
  const many = (length: number) => Array.from({ length }, (_, n) => ({ __typename: "Shipment", id: `shp_${n}` }));
  expect((await ask(many(1_000))).errors).toBeUndefined();
  const refused = await ask(many(1_001));
  expect(refused.data).toBeNull();
  expect(refused.errors?.[0]?.originalError).toMatchObject({ code: "TOO_MANY_ITEMS" });
});

describe("an order of the order service", () => {
  const orders = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Order { id shipments { id packages { trackingNumber } } } }
  }`;

  it("has its shipments, and none when nothing was shipped for it", async () => {
    const representations = ["1001", "1002"].map((id) => ({ __typename: "Order", id }));
    const { _entities } = await service.run(orders, { representations });
    expect(_entities).toEqual([
      {
        id: "1001",
        shipments: [{ id: keys.Shipment!.id, packages: [{ trackingNumber: expect.stringMatching(/^1Z/) }] }],
      },
      { id: "1002", shipments: [] },
    ]);
  });

  it("shows another tenant's order without shipments", async () => {
    const representations = [{ __typename: "Order", id: "1001" }];
    const { _entities } = await service.run(orders, { representations }, { tenantId: service.otherTenantId });
    expect(_entities).toEqual([{ id: "1001", shipments: [] }]);
  });

  it("asks once for the shipments of a hundred orders", async () => {
    const representations = Array.from({ length: 100 }, (_, n) => ({ __typename: "Order", id: `${1_000 + n}` }));
    const statements = await statementsDuring(() => service.run(orders, { representations }));
    expect(statements.filter((text) => text.includes('FROM "shipment" '))).toHaveLength(1);
  });
});
