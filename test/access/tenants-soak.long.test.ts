import { inTenant } from "../../src/database/tenant-transaction.js";
import { startTestService, type TestService } from "../support/service.js";
import { type Answer, type FrontDoor, startFrontDoor } from "./front-door.js";
import { type SoakRequest, soakRequests } from "./soak-requests.js";
import { type SoakTenant, seedSoakTenants } from "./soak-tenants.js";
import { dumpTenant, idsIn } from "./tenant-rows.js";

const tenantCount = 20;
/** For all of them together; longer where seeding the tenants has shown that the machine is slow. */
const limitMs = () => Math.max(30_000, 5 * seedingMs);

let first: TestService;
let service: TestService;
const doors: FrontDoor[] = [];
let tenants: SoakTenant[];
let answers: { tenant: SoakTenant; kind: string; answer: Answer | string }[];
let tookMs: number;
let seedingMs: number;

/** Another instance, whose caches are cold, and no token in the database either: all is fetched in the crowd. */
beforeAll(async () => {
  const order = { typeName: "Order", keyField: "id" };
  first = await startTestService({ order });
  const seeding = await startFrontDoor(first);
  doors.push(seeding);
  const begin = performance.now();
  tenants = await seedSoakTenants(first, seeding, tenantCount);
  seedingMs = performance.now() - begin;
  for (const { tenantId } of tenants)
    await inTenant(first.database, tenantId, (manager) => manager.query("delete from carrier_token"));
  service = await startTestService({ order, sharing: first, poolSize: 10 });
  const door = await startFrontDoor(service);
  doors.push(door);
  for (const tenant of tenants)
    tenant.badge = await door.badge(tenant.tenantId, everything, otherThan(tenant).tenantId);
  await first.control.clearRequests();
  const start = performance.now();
  answers = await Promise.all(
    crowd().map(async ({ tenant, kind, nth }) => {
      const answer = await soakRequests[kind]!.ask(door, tenant, otherThan(tenant), nth);
      return { tenant, kind, answer };
    }),
  );
  tookMs = performance.now() - start;
  await service.settled();
});
afterAll(async () => {
  for (const door of doors) await door.stop();
  await service?.close();
  await first?.close();
});

const everything = ["quote", "read", "ship", "admin"] as const;
const otherThan = (tenant: SoakTenant) => tenants[(tenants.indexOf(tenant) + 1) % tenants.length]!;

/** Every tenant's requests, kind by kind and tenants in turn, so that equal questions of all meet. */
function crowd() {
  return Object.entries(soakRequests).flatMap(([kind, { times }]: [string, SoakRequest]) =>
    Array.from({ length: times }, (_, nth) => tenants.map((tenant) => ({ tenant, kind, nth }))).flat(),
  );
}

it("five hundred requests of twenty tenants are answered in time", () => {
  expect(answers).toHaveLength(500);
  expect(tookMs).toBeLessThan(limitMs());
});

it.each(Object.keys(soakRequests))("%s: each tenant gets the answer that is its own", (kind) => {
  const ofKind = answers.filter((answer) => answer.kind === kind);
  expect(ofKind).toHaveLength(tenantCount * soakRequests[kind]!.times);
  for (const { tenant, answer } of ofKind) expect(answer).toEqual(soakRequests[kind]!.expected(tenant));
});

it("rates show each account's own contract throughout", () => {
  for (const { tenant, answer } of answers.filter(({ kind }) => kind === "rates")) {
    const { quotes } = (answer as Answer).data.shippingRates;
    const states = new Set(
      quotes.map((quote: { carrierPrice: { negotiatedState: string } }) => quote.carrierPrice.negotiatedState),
    );
    expect([...states]).toEqual([tenant.isEnrolled ? "APPLIED" : "ACCOUNT_NOT_ENROLLED"]);
  }
});

it("every id in every answer is a row of the tenant that asked", async () => {
  for (const tenant of tenants) {
    const own = idsIn(JSON.stringify(await dumpTenant(service, tenant.tenantId)));
    const seen = idsIn(
      JSON.stringify(answers.filter((answer) => answer.tenant === tenant).map(({ answer }) => answer)),
    );
    expect(seen.size).toBeGreaterThan(10);
    expect([...seen].filter((id) => !own.has(id))).toEqual([]);
  }
});

describe("at the carrier", () => {
  const calls = async (operation: string) =>
    (await service.control.requests()).filter((request) => request.operation === operation);
  const accountNumbers = () => tenants.map(({ accountNumber }) => accountNumber).sort();
  const shipperOf = (body: unknown, root: string): string =>
    (body as Record<string, { Shipment: { Shipper: { ShipperNumber: string } } }>)[root]!.Shipment.Shipper
      .ShipperNumber;

  it("each account asks under its own number and token: another's would be refused", async () => {
    const all = await service.control.requests();
    expect(all.map(({ operation, status }) => [operation, status]).filter(([, status]) => status !== 200)).toEqual([]);
    const rated = (await calls("RATE")).map(({ body }) => shipperOf(body, "RateRequest"));
    expect([...new Set(rated)].sort()).toEqual(accountNumbers());
    const shipped = (await calls("SHIP")).map(({ body }) => shipperOf(body, "ShipmentRequest"));
    expect(shipped.sort()).toEqual(accountNumbers());
  });

  it("one token is fetched for each account, however many wait for it", async () => {
    expect(await calls("TOKEN")).toHaveLength(tenantCount);
  });

  it("equal questions share a call within a tenant only", async () => {
    const rated = (await calls("RATE")).length;
    expect(rated).toBeGreaterThanOrEqual(tenantCount);
    expect(rated).toBeLessThanOrEqual(tenantCount * soakRequests.rates!.times);
  });
});
