import type { BudgetLimits } from "../../src/admission/budget-limits.js";
import { scopes } from "../../src/security/scopes.js";
import { type Answer, type Badge, type FrontDoor, startFrontDoor, type Variables } from "../access/front-door.js";
import { anUpload, uploadDocument } from "../support/documents.js";
import { aKey, aShipment, draft, purchaseBy, purchaseLabel, requestCount, sql } from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const items = [1, 2].map((n) => ({ description: `Mug ${n}`, quantity: 1 }));
const packages = Array.from({ length: 10 }, () => ({ ...aPackage, items }));

const limits: Partial<BudgetLimits> = {};
let service: TestService;
let door: FrontDoor;
let badge: Badge;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  for (let count = 0; count < 3; count += 1) await draft(service, { packages });
  door = await startFrontDoor(service, { requestBudget: limits });
  badge = await door.badge(service.tenantId, scopes, "");
});
afterAll(async () => {
  await door?.stop();
  await service?.close();
});

/** Asks with this budget, which is read anew for each request. */
async function within(
  budget: Partial<BudgetLimits>,
  query: string,
  variables: Variables = {},
  as: Badge = badge,
): Promise<Answer> {
  for (const name of Object.keys(limits)) Reflect.deleteProperty(limits, name);
  Object.assign(limits, budget);
  return door.ask(as, query, variables);
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(" ");

/** What a query that is refused looks like: nothing else is in the answer. */
const refusedBy = (resource: string, limit: number) => ({
  status: 200,
  data: null,
  errors: [
    {
      message: expect.stringMatching(/^The request needs more than /),
      extensions: { code: "REQUEST_BUDGET_EXCEEDED", retryable: false, resource, limit },
    },
  ],
});

const everything = "{ shipments(first: 100) { nodes { id packages { id items { description } } } } }";

describe("a query that needs more than its budget", () => {
  it("is refused by the rows that arrive, and runs where it has them", async () => {
    // 3 shipments and one more to see whether there is a next page; 30 packages, 60 items.
    expect(await within({ ROWS: 92 }, everything)).toMatchObject(refusedBy("ROWS", 92));
    const { data, errors } = await within({ ROWS: 93 }, everything);
    expect([errors, data.shipments.nodes.length]).toEqual([undefined, 3]);
  });

  it("keeps no more rows than that, however many one statement gives", async () => {
    const kept: number[] = [];
    const { Result } = jest.requireActual<{ Result: never }>("pg") as unknown as {
      Result: { prototype: { addRow(row: unknown): void } };
    };
    const addRow = jest.spyOn(Result.prototype, "addRow").mockImplementation(function (
      this: { rows: unknown[] },
      row: unknown,
    ) {
      kept.push(1);
      this.rows.push(row);
    } as never);
    await within({ ROWS: 40 }, everything).finally(() => addRow.mockRestore());
    // Those of the transactions' own statements are not counted.
    expect(kept.length).toBeLessThan(40 + 20);
  });

  it("is refused by the bytes of these rows", async () => {
    expect(await within({ READ_BYTES: 2_000 }, everything)).toMatchObject(refusedBy("READ_BYTES", 2_000));
  });

  it.each([
    ["values", everything],
    ["names in the answer", `{ shipments { nodes { ${times(40, (n) => `${"n".repeat(60)}${n}: __typename`)} } } }`],
    [
      "brackets of empty lists",
      `{ shipments { nodes { ${times(60, (n) => `a${n}: returnShipments(first: 1) { id }`)} } } }`,
    ],
    ["the schema's own description", "{ __schema { types { name fields { name } } } }"],
    [
      "refusals as data",
      `{ ${times(30, (n) => `a${n}: labelBatchDocument(shipmentIds: ["shp_${n}"]) { userErrors { message } }`)} }`,
    ],
  ])("is refused by the bytes of its answer: %s", async (_, query) => {
    expect(await within({ ANSWER_BYTES: 800 }, query)).toMatchObject(refusedBy("ANSWER_BYTES", 800));
    expect((await within({}, query)).errors).toBeUndefined();
  });

  it("is refused by what JSON makes of its letters, before the answer is whole", async () => {
    const id = await draft(service, { reference: '"'.repeat(30) });
    const query = `{ shipment(id: "${id}") { ${times(50, (n) => `a${n}: reference`)} } }`;
    expect(await within({ ANSWER_BYTES: 2_800 }, query)).toMatchObject(refusedBy("ANSWER_BYTES", 2_800));
  });

  it("is refused by its calls to the carrier, where they leave", async () => {
    await service.control.clearRequests();
    const check = (n: number) => `a${n}: validateAddress(input: { address: $a${n} }) { userErrors { code } }`;
    const names = Array.from({ length: 12 }, (_, n) => `$a${n}: PostalAddressInput!`);
    const addresses = Object.fromEntries(names.map((_, n) => [`a${n}`, { ...newYork, lines: [`${n} Main Street`] }]));
    const answer = await within({ CARRIER_CALLS: 5 }, `query (${names}) { ${times(12, check)} }`, addresses);
    expect(answer).toMatchObject(refusedBy("CARRIER_CALLS", 5));
    expect(await requestCount(service, "VALIDATE_ADDRESS")).toBeLessThanOrEqual(5);
  });

  it("makes no more than a fifth of these calls for a buyer", async () => {
    await service.control.clearRequests();
    const check = (n: number) => `a${n}: validateAddress(input: { address: $a${n} }) { userErrors { code } }`;
    const names = Array.from({ length: 4 }, (_, n) => `$a${n}: PostalAddressInput!`);
    const addresses = Object.fromEntries(names.map((_, n) => [`a${n}`, { ...newYork, lines: [`${n} Side Street`] }]));
    const buyer = await door.badge(service.tenantId, ["quote"], "");
    const query = `query (${names}) { ${times(4, check)} }`;
    expect(await within({ CARRIER_CALLS: 15 }, query, addresses, buyer)).toMatchObject(refusedBy("CARRIER_CALLS", 3));
    expect(await requestCount(service, "VALIDATE_ADDRESS")).toBeLessThanOrEqual(3);
    expect((await within({ CARRIER_CALLS: 20 }, query, addresses, buyer)).errors).toBeUndefined();
  });

  it("is refused by the processor time of its fields", async () => {
    const names = times(90, (n) => `a${n}: __typename`);
    const query = `{ shipments(first: 100) { nodes { packages { items { ${names} } } } } }`;
    expect(await within({ PROCESSOR_MILLISECONDS: 1 }, query)).toMatchObject(refusedBy("PROCESSOR_MILLISECONDS", 1));
  });

  it("holds no more connections than it may at the same time", async () => {
    await service.settled();
    const { lanes } = service.database;
    const enter = lanes.enter.bind(lanes);
    let [held, most] = [0, 0];
    const spy = jest.spyOn(lanes, "enter").mockImplementation(async (lane, party) => {
      const leave = await enter(lane, party);
      held += 1;
      most = Math.max(most, held);
      return () => {
        held -= 1;
        leave();
      };
    });
    const counts = times(40, (n) => `a${n}: shipments(filter: { orderId: "${n}" }) { totalCount }`);
    const { errors } = await within({ CONNECTIONS: 2 }, `{ ${counts} }`).finally(() => spy.mockRestore());
    expect([errors, most]).toEqual([undefined, 2]);
  });

  it("is refused by the time for which it held them", async () => {
    const counts = times(40, (n) => `a${n}: shipments(filter: { orderId: "${n}" }) { totalCount }`);
    const answer = await within({ CONNECTION_MILLISECONDS: 2 }, `{ ${counts} }`);
    expect(answer).toMatchObject(refusedBy("CONNECTION_MILLISECONDS", 2));
  });
});

describe("a mutation that needs more than its budget", () => {
  const create = (name: string, selection: string) =>
    `${name}: createShipment(input: $input) { shipment { ${selection} } userErrors { code } }`;

  it("keeps what its fields did before, and runs none after", async () => {
    const input = aShipment({ packages });
    const count = async () => (await sql(service, "select count(*)::int as count from shipment"))[0].count;
    const before = await count();
    const large = `id packages { ${times(40, (n) => `a${n}: id`)} }`;
    const mutation = `mutation ($input: CreateShipmentInput!) {
      ${create("first", "id")} ${create("second", large)} ${create("third", "id")} }`;
    const { data, errors } = await within({ ANSWER_BYTES: 3_000 }, mutation, { input });
    expect(data).toEqual({
      first: { shipment: { id: expect.any(String) }, userErrors: [] },
      second: null,
      third: null,
    });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [["second"], "REQUEST_BUDGET_EXCEEDED"],
      [["third"], "REQUEST_BUDGET_EXCEEDED"],
    ]);
    expect(await count()).toBe(before + 2);
  });

  const shipped = () => requestCount(service, "SHIP");

  it("buys nothing where no call is left, and the key is free", async () => {
    await service.control.clearRequests();
    const input = { idempotencyKey: aKey(), shipment: aShipment() };
    const answer = await within({ CARRIER_CALLS: 0 }, purchaseLabel, { input });
    expect([answer.data, answer.errors?.[0]?.extensions]).toMatchObject([
      { purchaseLabel: null },
      { code: "REQUEST_BUDGET_EXCEEDED", resource: "CARRIER_CALLS" },
    ]);
    expect(await shipped()).toBe(0);
    const { data } = await within({}, purchaseLabel, { input });
    expect(data.purchaseLabel.purchase.state).toBe("PURCHASED");
  });

  it("uploads nothing where no call is left, and the key is free", async () => {
    await service.control.clearRequests();
    const input = anUpload({ idempotencyKey: aKey() });
    const answer = await within({ CARRIER_CALLS: 0 }, uploadDocument, { input });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: "REQUEST_BUDGET_EXCEEDED",
      resource: "CARRIER_CALLS",
    });
    expect(await requestCount(service, "UPLOAD_DOCUMENT")).toBe(0);
    const { data } = await within({}, uploadDocument, { input });
    expect(data.uploadShippingDocument).toMatchObject({ document: { id: expect.any(String) }, userErrors: [] });
    expect((await within({ CARRIER_CALLS: 0 }, uploadDocument, { input })).data).toEqual(data);
  });

  it("has bought once or not at all, whichever row is too many", async () => {
    await service.control.clearRequests();
    const outcomes: string[] = [];
    for (const ROWS of [1, 2, 4, 6, 8, 12, 16, 24, 32]) {
      const idempotencyKey = aKey();
      const { errors } = await within({ ROWS }, purchaseLabel, { input: { idempotencyKey, shipment: aShipment() } });
      await service.settled();
      const state = (await purchaseBy(service, { idempotencyKey }))?.state ?? "none";
      outcomes.push(`${state}${errors ? " refused" : ""}`);
    }
    const bought = outcomes.filter((outcome) => outcome.startsWith("PURCHASED"));
    expect(outcomes.filter((outcome) => !/^(none refused|PURCHASED( refused)?)$/.test(outcome))).toEqual([]);
    expect(new Set(outcomes)).toEqual(new Set(["none refused", "PURCHASED refused", "PURCHASED"]));
    expect(await shipped()).toBe(bought.length);
  });

  it("settles a purchase whose answer is refused", async () => {
    const idempotencyKey = aKey();
    const answer = await within({ ANSWER_BYTES: 120 }, purchaseLabel, {
      input: { idempotencyKey, shipment: aShipment() },
    });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "REQUEST_BUDGET_EXCEEDED", resource: "ANSWER_BYTES" });
    expect(await purchaseBy(service, { idempotencyKey })).toMatchObject({ state: "PURCHASED" });
  });
});
