import { aShipment, bought, draft as saveDraft, sql, voidShipment } from "../support/purchases.js";
import { addMethod, toronto } from "../support/rate-setup.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let [accounts, methods]: [string[], string[]] = [[], []];
beforeAll(async () => {
  service = await startTestService();
  accounts = [await seedAccount(service), await seedAccount(service, { name: "Second", accountNumber: "0A1B2D" })];
  methods = [(await addMethod(service, accounts[0]!)).id, (await addMethod(service, accounts[0]!)).id];
});
afterAll(() => service.close());

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

const shipmentIds = async (filter: object, args = ""): Promise<string[]> => {
  const query = `query ($filter: ShipmentFilter) { shipments(filter: $filter${args}) { totalCount nodes { id } } }`;
  const { nodes, totalCount } = (await service.run(query, { filter })).shipments;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }: { id: string }) => id);
};
const labelIds = async (filter: object, args = ""): Promise<string[]> => {
  const query = `query ($filter: ShippingLabelFilter) {
    shippingLabels(filter: $filter${args}) { totalCount nodes { id } } }`;
  const { nodes, totalCount } = (await service.run(query, { filter })).shippingLabels;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }: { id: string }) => id);
};
/** Two accounts are active: which is meant is said. */
const ofFirst = (parts: object) => aShipment({ carrierAccountId: accounts[0], ...parts });
const draft = (parts: object = {}) => saveDraft(service, ofFirst(parts));
const print = (ids: string[]) =>
  service.run(
    `mutation ($ids: [ID!]) { markLabelsPrinted(input: { labelIds: $ids }) { labels { id } userErrors { code } } }`,
    { ids },
  );

/** A bought shipment and its only label. */
const buyOne = async (parts: object): Promise<[shipment: string, label: string]> => {
  const { shipment } = await bought(service, { shipment: ofFirst(parts) });
  return [shipment.id, shipment.packages[0].label.id];
};

/** Two that differ in one thing: the filter finds one of them, in both lists, and both without it. */
async function expectApart(orderId: string, filter: object, match: object, other: object): Promise<void> {
  const [[shipment, label], [otherShipment, otherLabel]] = [
    await buyOne({ orderId, tags: [orderId], ...match }),
    await buyOne({ orderId, tags: [orderId], ...other }),
  ];
  expect(await shipmentIds({ orderId })).toEqual([otherShipment, shipment]);
  expect(await shipmentIds({ orderId, ...filter })).toEqual([shipment]);
  expect(await labelIds({ tag: orderId })).toEqual([otherLabel, label]);
  expect(await labelIds({ shipmentId: shipment, ...filter })).toEqual([label]);
  expect(await labelIds({ shipmentId: otherShipment, ...filter })).toEqual([]);
}

describe("shipments and labels are found", () => {
  it("by shipping method", () => {
    const [shippingMethodId, otherMethod] = methods;
    return expectApart("methods", { shippingMethodId }, { shippingMethodId }, { shippingMethodId: otherMethod });
  });

  it("by service", () => expectApart("services", { service: "UPS_GROUND" }, {}, { service: "UPS_NEXT_DAY_AIR" }));

  it("by carrier account", () => {
    const [mainAccount, carrierAccountId] = accounts;
    return expectApart("accounts", { carrierAccountId }, { carrierAccountId }, { carrierAccountId: mainAccount });
  });

  it("by ship date, both days included, and in no range without one", async () => {
    await expectApart("days", { shipDateFrom: day(2), shipDateTo: day(2) }, { shipDate: day(2) }, { shipDate: day(3) });
    const none = await draft({ orderId: "days" });
    expect(await shipmentIds({ orderId: "days", shipDateFrom: day(1) })).not.toContain(none);
    expect(await shipmentIds({ orderId: "days", shipDateTo: "9999-12-31" })).not.toContain(none);
    expect(await shipmentIds({ orderId: "days", shipDateFrom: day(2), shipDateTo: day(3) })).toHaveLength(2);
    expect(await shipmentIds({ orderId: "days", shipDateTo: day(1) })).toEqual([]);
  });

  it("by country of destination, in small letters too", () => {
    const abroad = { shipTo: toronto, service: "UPS_STANDARD" };
    const items = [{ description: "Mug", quantity: 1, unitValue: { amount: "5", currencyCode: "USD" } }];
    const packages = [{ ...aPackage, items }];
    return expectApart("countries", { destinationCountryCode: "ca" }, { ...abroad, packages }, {});
  });

  it("by tag", () => expectApart("tags", { tag: "gift" }, { tags: ["tags", "gift"] }, {}));
});

it("shipments are found by what is not printed, and by what is", async () => {
  const orderId = "printing";
  const isDraft = await draft({ orderId });
  const [queued] = await buyOne({ orderId });
  const [printed, label] = await buyOne({ orderId });
  const [voided] = await buyOne({ orderId });
  const { shipment: two } = await bought(service, { shipment: ofFirst({ orderId, packages: [aPackage, aPackage] }) });
  await print([label, two.packages[0].label.id]);
  await voidShipment(service, { shipmentId: voided });
  expect(await shipmentIds({ orderId, isPrinted: false })).toEqual([two.id, queued]);
  expect(await shipmentIds({ orderId, isPrinted: true })).toEqual([printed]);
  expect(await shipmentIds({ orderId })).toContain(isDraft);
});

it("shipments are found by their direction, and returns by what went out", async () => {
  const [outbound] = await buyOne({ orderId: "directions" });
  const input = { idempotencyKey: "back", outboundShipmentId: outbound, returnService: { kind: "PRINT_RETURN_LABEL" } };
  const answer = await service.run(
    `mutation ($input: PurchaseReturnLabelInput!) {
      purchaseReturnLabel(input: $input) { shipment { id } userErrors { message field } } }`,
    { input },
  );
  expect(answer.purchaseReturnLabel.userErrors).toEqual([]);
  const back = answer.purchaseReturnLabel.shipment.id;
  expect(await shipmentIds({ orderId: "directions", direction: "OUTBOUND" })).toEqual([outbound]);
  expect(await shipmentIds({ orderId: "directions", direction: "RETURN" })).toEqual([back]);
  expect(await shipmentIds({ orderId: "directions" })).toEqual([back, outbound]);
  expect(await shipmentIds({ outboundShipmentId: outbound })).toEqual([back]);
});

it("a label keeps what it was bought with when its shipment is bought again in another way", async () => {
  const [shipmentId, first] = await buyOne({ service: "UPS_GROUND" });
  await voidShipment(service, { shipmentId });
  const again = await bought(service, { shipmentId, service: "UPS_NEXT_DAY_AIR" });
  const second = again.shipment.packages[0].label.id;
  expect(await labelIds({ shipmentId, service: "UPS_GROUND" })).toEqual([first]);
  expect(await labelIds({ shipmentId, service: "UPS_NEXT_DAY_AIR" })).toEqual([second]);
  expect(await labelIds({ shipmentId, isPrinted: false })).toEqual([second]);
});

it("shipments and labels are sorted by ship date, drafts without one last, and by number", async () => {
  const made: [string, string][] = [];
  for (const shipDate of [day(3), undefined, day(1), day(2)]) made.push(await buyOne({ tags: ["sorted"], shipDate }));
  const sorted = [made[1], made[2], made[3], made[0]] as [string, string][];
  const upByDay = ", orderBy: { field: SHIP_DATE, direction: ASC }";
  expect(await shipmentIds({ tag: "sorted" }, upByDay)).toEqual(sorted.map(([id]) => id));
  expect(await labelIds({ tag: "sorted" }, upByDay)).toEqual(sorted.map(([, id]) => id));
  const rows = await sql(service, "select id from shipment where 'sorted' = any(tags) order by number");
  const numbered: string[] = rows.map(({ id }: { id: string }) => id);
  const upByNumber = ", orderBy: { field: NUMBER, direction: ASC }";
  expect(await shipmentIds({ tag: "sorted" }, upByNumber)).toEqual(numbered);
  expect(await labelIds({ tag: "sorted" }, upByNumber)).toEqual(
    numbered.map((id) => made.find(([shipment]) => shipment === id)![1]),
  );
  const waiting = await draft({ tags: ["sorted"] });
  expect((await shipmentIds({ tag: "sorted" }, upByDay)).at(-1)).toBe(waiting);
});

it("the day a shipment is handed over can be read", async () => {
  const id = await draft({ shipDate: day(2) });
  const query = `query ($id: ID!) { shipment(id: $id) { shipDate } }`;
  expect(await service.run(query, { id })).toEqual({ shipment: { shipDate: day(2) } });
  expect(await service.run(query, { id: await draft() })).toEqual({ shipment: { shipDate: null } });
});
