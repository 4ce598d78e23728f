import { aKey, aShipment, bought, buy, sql, userErrorFields } from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

const list = async (filter: Record<string, unknown>, first = 50, after: string | null = null) => {
  const query = `query ($first: Int, $after: String, $filter: ShippingLabelFilter) {
    shippingLabels(first: $first, after: $after, filter: $filter) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const { shippingLabels } = await service.run(query, { first, after, filter });
  return { ids: shippingLabels.nodes.map((node: { id: string }) => node.id), ...shippingLabels.pageInfo };
};

const mark = async (input: Record<string, unknown>) => {
  const mutation = `mutation ($input: MarkLabelsPrintedInput!) {
    markLabelsPrinted(input: $input) { labels { id printedAt } userErrors { ${userErrorFields} } } }`;
  return (await service.run(mutation, { input })).markLabelsPrinted;
};

const labelsOf = async (count: number, input: Record<string, unknown> = {}): Promise<string[]> => {
  const shipment = aShipment({ packages: Array(count).fill(aPackage) });
  const answer = await bought(service, { shipment, labelFormat: "ZPL", ...input });
  return answer.shipment.packages.map((pkg: { label: { id: string } }) => pkg.label.id);
};

const refused = (...errors: [code: string, ...field: string[]][]) => ({
  labels: null,
  userErrors: errors.map(([code, ...field]) => ({
    ...{ code, message: expect.stringMatching(/\S/), field: ["input", ...field], carrierErrorCode: null },
  })),
});

const printed = (ids: string[]) => ({
  labels: ids.map((id) => ({ id, printedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) })),
  userErrors: [],
});

describe("shippingLabels", () => {
  it("lists labels newest first, page by page", async () => {
    const ids = (await labelsOf(3)).reverse();
    const first = await list({}, 2);
    expect(first).toMatchObject({ ids: ids.slice(0, 2), hasNextPage: true });
    expect((await list({}, 1, first.endCursor)).ids).toEqual(ids.slice(2));
  });

  it("filters by printed, format and time", async () => {
    const [zpl] = (await labelsOf(1)) as [string];
    const [epl] = (await labelsOf(1, { labelFormat: "EPL" })) as [string];
    await sql(service, "update shipping_label set created_at = '2026-02-03T04:05:06Z' where id = any($1)", [
      [zpl, epl],
    ]);
    await mark({ labelIds: [zpl] });
    const then = { createdFrom: "2026-02-03T04:05:06Z", createdBefore: "2026-02-03T04:05:07Z" };
    expect((await list(then)).ids).toEqual([epl, zpl]);
    expect((await list({ ...then, isPrinted: true })).ids).toEqual([zpl]);
    expect((await list({ ...then, isPrinted: false })).ids).toEqual([epl]);
    expect((await list({ ...then, format: "EPL" })).ids).toEqual([epl]);
    expect((await list({ ...then, format: "PDF" })).ids).toEqual([]);
    expect((await list({ ...then, createdBefore: then.createdFrom })).ids).toEqual([]);
  });

  it.each([0, 101])("refuses first %i", async (first) => {
    const { errors } = await service.execute(`query { shippingLabels(first: ${first}) { nodes { id } } }`);
    expect(errors?.map((error) => (error.originalError as { code?: string }).code)).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("markLabelsPrinted", () => {
  it("marks labels, and keeps the first time when repeated", async () => {
    const labelIds = await labelsOf(2);
    const first = await mark({ labelIds });
    expect(first).toEqual(printed(labelIds));
    expect(await mark({ labelIds: [...labelIds].reverse() })).toEqual(first);
  });

  it("marks all labels bought with a key", async () => {
    const idempotencyKey = aKey();
    const labelIds = await labelsOf(2, { idempotencyKey });
    expect(await mark({ idempotencyKey })).toEqual(printed(labelIds));
  });

  it("marks all or none", async () => {
    const [id] = (await labelsOf(1)) as [string];
    expect(await mark({ labelIds: [id, "lab_unknown"] })).toEqual(refused(["NOT_FOUND", "labelIds", "1"]));
    const { shippingLabel } = await service.run(`query ($id: ID!) { shippingLabel(id: $id) { printedAt } }`, { id });
    expect(shippingLabel).toEqual({ printedAt: null });
  });

  it("refuses nothing, an unused key, both, and a key that gave no labels", async () => {
    expect(await mark({})).toEqual(refused(["REQUIRED", "labelIds"]));
    expect(await mark({ idempotencyKey: "never used" })).toEqual(refused(["NOT_FOUND", "idempotencyKey"]));
    expect(await mark({ labelIds: ["lab_1"], idempotencyKey: "k" })).toEqual(refused(["INVALID", "idempotencyKey"]));
    const idempotencyKey = aKey();
    const shipTo = { ...newYork, name: "Refused Recipient", company: null };
    await buy(service, { idempotencyKey, shipment: aShipment({ shipTo }) });
    expect(await mark({ idempotencyKey })).toEqual(refused(["NOT_FOUND", "idempotencyKey"]));
  });
});
