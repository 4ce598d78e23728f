import { tenantScopes } from "../../src/security/scopes.js";
import { buy, requestCount, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let mine: string;
let theirs: string;
const other = () => ({ tenantId: service.otherTenantId });
const operator = { scopes: ["operate"] } as const;

/** A purchase whose answer is lost. */
const unclear = async (as?: { tenantId: string }): Promise<string> => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  return (await buy(service, {}, as)).purchase.id;
};

beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  await seedAccount(service, { accountNumber: "Z9Y8X7" }, other());
  mine = await unclear();
  theirs = await unclear(other());
  await buy(service);
});
afterAll(() => service.close());

const list = `query ($first: Int, $after: String) { allStuckPurchases(first: $first, after: $after) {
  totalCount nodes { id merchantId state startedAt sentAt ageSeconds carrierReference carrierCode }
  pageInfo { hasNextPage endCursor } } }`;

it("sees what is open of all tenants, oldest first and page by page", async () => {
  const { allStuckPurchases: first } = await service.run(list, { first: 1 }, operator);
  const { allStuckPurchases: second } = await service.run(list, { after: first.pageInfo.endCursor }, operator);

  expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([2, true, false]);
  expect([...first.nodes, ...second.nodes]).toMatchObject([
    { id: mine, merchantId: service.tenantId, state: "UNKNOWN", carrierCode: "UPS" },
    { id: theirs, merchantId: service.otherTenantId, state: "UNKNOWN", carrierCode: "UPS" },
  ]);
  for (const node of [...first.nodes, ...second.nodes]) {
    expect(Math.abs(Date.now() - Date.parse(node.startedAt) - node.ageSeconds * 1000)).toBeLessThan(30_000);
    expect(Date.parse(node.sentAt)).toBeGreaterThanOrEqual(Date.parse(node.startedAt));
    expect(node.carrierReference).toMatch(/^\w{8,}$/);
  }
});

it("is shown a PENDING one only when it is older than any answer can be", async () => {
  const due = (seconds: number) =>
    sql(service, "update label_purchase set started_at = now() - make_interval(secs => $1) where id = $2", [
      seconds,
      mine,
    ]);
  await service.control.clearRequests();
  await due(3_600);
  const { allStuckPurchases } = await service.run(list, {}, operator);
  expect(allStuckPurchases.nodes[0]).toMatchObject({ id: mine, ageSeconds: expect.any(Number) });
  expect(allStuckPurchases.nodes[0].ageSeconds).toBeGreaterThanOrEqual(3_600);
  expect(await requestCount(service, "SHIP")).toBe(0);
});

it("is told nothing of people, and can ask for nothing that leads to them", () => {
  const type = service.schema.getType("StuckPurchase") as unknown as { getFields(): Record<string, unknown> };
  expect(Object.keys(type.getFields()).sort()).toEqual(
    ["ageSeconds", "carrierCode", "carrierReference", "id", "sentAt", "startedAt", "state", "merchantId"].sort(),
  );
});

it("is nobody who only has scopes of a tenant, and may do nothing of a tenant's", async () => {
  const asTenant = await service.execute(list, {}, { scopes: tenantScopes });
  expect(asTenant.errors).toMatchObject([{ message: expect.stringMatching(/operate/) }]);
  const asOperator = await service.execute("{ stuckPurchases { nodes { id } } }", {}, operator);
  expect(asOperator.errors).toMatchObject([{ message: expect.stringMatching(/read/) }]);
});

it("reaches the rows by a function that tells these columns, and by nothing else", async () => {
  await expect(sql(service, "select * from stuck_purchases(0, 1, null, null)")).rejects.toThrow(/permission denied/);
  const seen = await sql(service, "select distinct tenant_id from carrier_account");
  expect(seen).toEqual([{ tenant_id: service.tenantId }]);
  // What opens the function's eyes opens nobody else's.
  const [{ count }] = await sql(
    service,
    "select count(distinct tenant_id)::int as count from carrier_account, (select set_config('app.sweep', 'on', true)) as swept",
  );
  expect(count).toBe(1);
});
