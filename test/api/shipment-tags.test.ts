import { aKey, aShipment, bought, draft, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { updateShipment } from "../support/shipments.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

const create = `mutation ($input: CreateShipmentInput!) {
  createShipment(input: $input) { shipment { id tags } userErrors { code field } } }`;
const created = async (tags: unknown) =>
  (await service.run(create, { input: aShipment({ tags }) })).createShipment as {
    shipment: { id: string; tags: string[] } | null;
    userErrors: unknown[];
  };
const update = async (shipmentId: string, changes: object) => {
  const answer = (await service.run(updateShipment, { input: { shipmentId, ...changes } })).updateShipment;
  expect(answer.userErrors).toEqual([]);
};
const tagsOf = async (id: string) =>
  (await service.run(`query ($id: ID!) { shipment(id: $id) { tags } }`, { id })).shipment.tags;
const tagged = async (tag: string) =>
  (await service.run(`query ($tag: String) { shipments(filter: { tag: $tag }) { totalCount nodes { id } } }`, { tag }))
    .shipments;

it("are kept without blanks, each once, in the order given", async () => {
  expect((await created([" Fragile ", "VIP", "Fragile", "vip"])).shipment?.tags).toEqual(["Fragile", "VIP", "vip"]);
  expect((await created(null)).shipment?.tags).toEqual([]);
  expect((await created(undefined)).shipment?.tags).toEqual([]);
});

it("stay in changes that do not name them, and go by null or an empty list", async () => {
  for (const nothing of [null, []]) {
    const id = await draft(service, { tags: ["kept"] });
    await update(id, { reference: "R" });
    await update(id, { packages: [{ weight: { value: 2 } }] });
    expect(await tagsOf(id)).toEqual(["kept"]);
    await update(id, { tags: nothing });
    expect(await tagsOf(id)).toEqual([]);
    expect((await tagged("kept")).nodes).toEqual([]);
  }
});

it("are found as they are now, and no more once the draft is gone", async () => {
  const [first, second] = [await draft(service, { tags: ["a", "b"] }), await draft(service, { tags: ["b"] })];
  expect(await tagged("b")).toEqual({ totalCount: 2, nodes: [{ id: second }, { id: first }] });
  await update(first, { tags: ["a"], shipDate: null });
  expect(await tagged("b")).toEqual({ totalCount: 1, nodes: [{ id: second }] });
  await service.run(`mutation ($id: ID!) { deleteShipment(input: { shipmentId: $id }) { userErrors { code } } }`, {
    id: second,
  });
  expect(await tagged("b")).toEqual({ totalCount: 0, nodes: [] });
  expect(await sql(service, "select tag from shipment_tag where shipment_id = $1", [first])).toEqual([{ tag: "a" }]);
});

it("are kept through a purchase, inline and of a draft, and do not change its price", async () => {
  const id = await draft(service, { tags: ["x"] });
  await bought(service, { shipmentId: id });
  const inline = await bought(service, { idempotencyKey: aKey(), shipment: aShipment({ tags: ["x"] }) });
  expect(await tagsOf(inline.shipment.id)).toEqual(["x"]);
  expect((await tagged("x")).nodes).toEqual([{ id: inline.shipment.id }, { id }]);
});

it("are the duplicate's too, unless it has its own", async () => {
  const shipmentId = await draft(service, { tags: ["x", "y"] });
  const duplicate = async (changes: object) =>
    (
      await service.run(
        `mutation ($input: DuplicateShipmentInput!) {
          duplicateShipment(input: $input) { shipment { tags } userErrors { message } } }`,
        { input: { shipmentId, ...changes } },
      )
    ).duplicateShipment.shipment.tags;
  expect(await duplicate({})).toEqual(["x", "y"]);
  expect(await duplicate({ tags: ["z"] })).toEqual(["z"]);
  expect(await duplicate({ tags: null })).toEqual([]);
});

const many = Array.from({ length: 21 }, (_, index) => `tag ${index}`);

it.each([
  ["more than 20", many, "INVALID", []],
  ["an empty one", ["a", "  "], "INVALID", ["1"]],
  ["one of 51 characters", ["x".repeat(51)], "TOO_LONG", ["0"]],
  ["one with a line break", ["a\nb"], "INVALID", ["0"]],
  ["one with a NUL character", ["a", "b", "\u0000c"], "INVALID", ["2"]],
])("are refused: %s", async (_, tags, code, at) => {
  expect(await created(tags)).toEqual({
    shipment: null,
    userErrors: [{ code, field: ["input", "tags", ...at] }],
  });
});

it("are taken: 20 of 50 characters, and 21 of which two are alike", async () => {
  expect((await created(many.slice(1).map((tag) => tag.padEnd(50, "x")))).userErrors).toEqual([]);
  expect((await created([...many.slice(1), " tag 1"])).userErrors).toEqual([]);
});
