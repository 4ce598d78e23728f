import { aShipment, bought, draft, sql, voidShipment } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let other: string;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  await seedAccount(service, {}, { tenantId: service.otherTenantId });
  other = await draft(service, {}, { tenantId: service.otherTenantId });
});
afterAll(() => service.close());

const shipments = `query ($first: Int, $after: String, $filter: ShipmentFilter) {
  shipments(first: $first, after: $after, filter: $filter) {
    edges { cursor node { id } } nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const page = async (variables: Record<string, unknown> = {}) => (await service.run(shipments, variables)).shipments;
const idsOf = async (filter: Record<string, unknown>) =>
  (await page({ filter })).nodes.map((node: { id: string }) => node.id);

describe("pages", () => {
  let ids: string[];
  const orderId = "order-of-pages";
  beforeAll(async () => {
    ids = [];
    for (let count = 0; count < 5; count += 1) ids.unshift(await draft(service, { orderId }));
  });

  it("come newest first, with cursors that lead on", async () => {
    const filter = { orderId };
    const first = await page({ first: 2, filter });
    expect(first).toEqual({
      edges: ids.slice(0, 2).map((id) => ({ cursor: expect.any(String), node: { id } })),
      nodes: ids.slice(0, 2).map((id) => ({ id })),
      pageInfo: {
        ...{ hasNextPage: true, hasPreviousPage: false },
        ...{ startCursor: first.edges[0].cursor, endCursor: first.edges[1].cursor },
      },
    });
    const rest = await page({ first: 3, after: first.pageInfo.endCursor, filter });
    expect(rest.nodes.map((node: { id: string }) => node.id)).toEqual(ids.slice(2));
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it("neither repeat nor lose a row while others are inserted and deleted", async () => {
    const filter = { orderId };
    const first = await page({ first: 2, filter });
    const inserted = await draft(service, { orderId });
    await service.run(`mutation ($id: ID!) { deleteShipment(input: { shipmentId: $id }) { userErrors { code } } }`, {
      id: ids[1],
    });
    const rest = await page({ first: 100, after: first.pageInfo.endCursor, filter });
    expect(rest.nodes.map((node: { id: string }) => node.id)).toEqual(ids.slice(2));
    await service.run(`mutation ($id: ID!) { deleteShipment(input: { shipmentId: $id }) { userErrors { code } } }`, {
      id: inserted,
    });
  });

  it("keep their order among rows of one instant", async () => {
    await sql(service, "update shipment set created_at = '2026-01-01T00:00:00Z' where order_id = $1", [orderId]);
    const filter = { orderId };
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo }: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
        await page({ first: 1, after, filter });
      seen.push(...nodes.map((node) => node.id));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual([ids[0], ids[2], ids[3], ids[4]]);
  });

  it("of nothing are empty", async () => {
    expect(await page({ filter: { orderId: "no such order" } })).toEqual({
      ...{ edges: [], nodes: [] },
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  const foreign = Buffer.from(JSON.stringify(["yesterday", 7])).toString("base64url");
  it.each([
    ["first 0", { first: 0 }],
    ["first 101", { first: 101 }],
    ["first -1", { first: -1 }],
    ["a cursor that is none", { after: "what?" }],
    ["a foreign cursor", { after: foreign }],
    ["an empty cursor", { after: "" }],
  ])("are refused for %s", async (_, variables) => {
    const { data, errors } = await service.execute(shipments, variables);
    expect(data).toEqual({ shipments: null });
    expect(errors?.map((error) => (error.originalError as { code?: string }).code)).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("filters", () => {
  it("by status", async () => {
    const orderId = "order-of-status";
    const isDraft = await draft(service, { orderId });
    const isBought = (await bought(service, { shipment: aShipment({ orderId }) })).shipment.id;
    const isVoided = (await bought(service, { shipment: aShipment({ orderId }) })).shipment.id;
    await voidShipment(service, { shipmentId: isVoided });
    expect(await idsOf({ orderId, status: ["DRAFT"] })).toEqual([isDraft]);
    expect(await idsOf({ orderId, status: ["PURCHASED"] })).toEqual([isBought]);
    expect(await idsOf({ orderId, status: ["VOIDED", "DRAFT"] })).toEqual([isVoided, isDraft]);
    expect(await idsOf({ orderId, status: [] })).toEqual([]);
    expect(await idsOf({ orderId, status: null })).toEqual([isVoided, isBought, isDraft]);
  });

  it("by the time of creation: from included, before excluded", async () => {
    const id = await draft(service);
    await sql(service, "update shipment set created_at = '2026-02-03T04:05:06.789Z' where id = $1", [id]);
    const at = "2026-02-03T04:05:06.789Z";
    expect(await idsOf({ createdFrom: at, createdBefore: "2026-02-03T05:05:06.790+01:00" })).toEqual([id]);
    expect(await idsOf({ createdFrom: "2026-02-03T04:05:06.790Z", createdBefore: "2026-02-04T00:00:00Z" })).toEqual([]);
    expect(await idsOf({ createdFrom: "2026-02-03T00:00:00Z", createdBefore: at })).toEqual([]);
  });

  it("by reference, by number and by order, exactly", async () => {
    const id = await draft(service, { reference: "Invoice 100%", orderId: "o-1" });
    const { shipment } = await service.run(`query ($id: ID!) { shipment(id: $id) { number } }`, { id });
    expect(await idsOf({ reference: "Invoice 100%" })).toEqual([id]);
    expect(await idsOf({ reference: "Invoice" })).toEqual([]);
    expect(await idsOf({ number: shipment.number })).toEqual([id]);
    expect(await idsOf({ orderId: "o-1", reference: "Invoice 100%" })).toEqual([id]);
    expect(await idsOf({ orderId: "o-2", reference: "Invoice 100%" })).toEqual([]);
  });

  it("by a tracking number that a package has or had", async () => {
    const { shipment } = await bought(service);
    const [{ trackingNumber: old }] = shipment.packages;
    await voidShipment(service, { shipmentId: shipment.id });
    const again = await bought(service, { shipmentId: shipment.id });
    const [{ trackingNumber }] = again.shipment.packages;
    expect(trackingNumber).not.toBe(old);
    expect(await idsOf({ trackingNumber: old })).toEqual([shipment.id]);
    expect(await idsOf({ trackingNumber })).toEqual([shipment.id]);
    const asCopied = ` ${trackingNumber.slice(0, 2).toLowerCase()} ${trackingNumber.slice(2)} `;
    expect(await idsOf({ trackingNumber: asCopied })).toEqual([shipment.id]);
    expect(await idsOf({ number: ` ${shipment.number.toLowerCase()}` })).toEqual([shipment.id]);
    expect(await idsOf({ trackingNumber: "1Z0000000000000000" })).toEqual([]);
  });
});

describe("another tenant's", () => {
  it("are not listed", async () => {
    const all = await idsOf({});
    expect(all.length).toBeGreaterThan(5);
    expect(all).not.toContain(other);
  });

  it.each([
    ["another tenant's id", () => other],
    ["an unknown id", () => "shp_01990000-0000-7000-8000-000000000000"],
    ["a foreign prefix", () => "lpu_01990000-0000-7000-8000-000000000000"],
    ["no id at all", () => ""],
    ["an id with other signs", () => "'; drop table shipment; --"],
    ["an id with a NUL character", () => "shp_\u0000"],
    ["a very long id", () => "x".repeat(10_000)],
  ])("%s gives null", async (_, id) => {
    expect(await service.run(`query ($id: ID!) { shipment(id: $id) { id } }`, { id: id() })).toEqual({
      shipment: null,
    });
  });
});
