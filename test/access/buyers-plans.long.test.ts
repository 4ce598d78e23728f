import { insertManyRows } from "../support/many-rows.js";
import { plansOf } from "../support/plans.js";
import { startTestService, type TestService } from "../support/service.js";

const count = 100_000;
const buyer = { scopes: ["quote"] } as const;

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ order: { typeName: "Order", keyField: "id" } });
  const { tenantId, otherTenantId, testDatabase } = service;
  await insertManyRows(testDatabase.adminUrl, { [tenantId]: count, [otherTenantId]: count / 10 });
});
afterAll(() => service.close());

/** Of shipments all over the table, drafts and voided ones among them. */
const ids = (prefix: string, howMany: number) =>
  Array.from(
    { length: howMany },
    (_, n) => `${prefix}_${String(1 + n * Math.floor(count / howMany)).padStart(8, "0")}`,
  );

const entities = (type: string, keys: string[], fields: string) => `{
  _entities(representations: [${keys.map((id) => `{ __typename: "${type}", id: "${id}" }`)}]) {
    ... on ${type} { ${fields} } } }`;

const whole = "id status direction packages { id trackingNumber voidState tracker { status } }";

/** Each key leads to a handful of rows: its shipment, package, label in force, and what is filtered of them. */
const mostPerKey = 12;

it.each([
  ["one shipment", `{ shipment(id: "shp_00050000") { ${whole} } }`, 1],
  ["a hundred shipments by their keys", entities("Shipment", ids("shp", 100), whole), 100],
  ["a hundred packages by their keys", entities("ShipmentPackage", ids("pkg", 100), "id trackingNumber"), 100],
  ["an order of a hundred shipments", entities("Order", ["order"], `shipments { ${whole} }`), 100],
])("%s among 100,000: indexes alone are read, whatever buyers are not shown", async (_, query, keys) => {
  const plans = await plansOf(service, query, buyer);
  expect(plans.length).toBeGreaterThan(0);
  // Tables without a row, such as the trackers here, are walked.
  const walked = plans.flatMap((plan) => plan.walked).filter((table) => table !== "tracker");
  expect(walked).toEqual([]);
  for (const { looked } of plans) expect(looked).toBeLessThanOrEqual(keys * mostPerKey);
});
