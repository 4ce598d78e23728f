import { randomUUID } from "node:crypto";
import { Admission } from "../../src/admission/admission.js";
import type { Scope } from "../../src/security/scopes.js";
import { type Answer, startFrontDoor } from "../access/front-door.js";
import { runAdmin } from "../support/database-cluster.js";
import { eventually } from "../support/eventually.js";
import { aShipment, draft, purchaseLabel, requestCount } from "../support/purchases.js";
import { newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

/** What hangs or waits here for another tenant's work would do so for a minute. */
const soonMs = 20_000;

let service: TestService;
let door: Awaited<ReturnType<typeof startFrontDoor>>;
const [flooder, second, third, reader] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  service = await startTestService({
    upsLimits: { connections: 8, maxAsks: 40, maxAsksPerAccount: 40 },
    maxPurchasesAtCarrier: 8,
  });
  const admission = new Admission({
    ...{ maxRequests: 60, maxQueued: 16 },
    databaseWaitMs: () => service.database.lanes.oldestWaitMs(),
  });
  door = await startFrontDoor(service, { admission });
  for (const tenantId of [flooder, second, third, reader]) await seedAccount(service, {}, { tenantId });
});
afterEach(async () => {
  await service.control.clearFaults();
  await service.control.release();
});
afterAll(async () => {
  await door.stop();
  await service.close();
});

interface Timed extends Answer {
  ms: number;
}

async function ask(tenantId: string, scopes: Scope[], query: string, variables: object = {}): Promise<Timed> {
  const badge = await door.badge(tenantId, scopes, randomUUID());
  const begun = performance.now();
  const answer = await door.ask(badge, query, { ...variables });
  return { ...answer, ms: performance.now() - begun };
}

const rates = `query ($input: ShippingRatesInput!) {
  shippingRates(input: $input) { quotes { id } unavailable { reason } userErrors { code } } }`;

const askRates = (tenantId: string) => {
  const { service: _, ...input } = aShipment();
  return ask(tenantId, ["read"], rates, { input });
};

const validate = `query ($input: ValidateAddressInput!) {
  validateAddress(input: $input) { addressValidation { status } userErrors { code } } }`;

let house = 350;
/** What a buyer at checkout asks the carrier; of different houses, so that no two questions are the same. */
function askAddress(tenantId: string): Promise<Timed> {
  house += 1;
  return ask(tenantId, ["quote"], validate, {
    input: { address: { ...newYork, lines: [`${house} 5th Ave`], postalCode: "10118" } },
  });
}

const buyLabel = (tenantId: string) =>
  ask(tenantId, ["ship", "read"], purchaseLabel, { input: { idempotencyKey: randomUUID(), shipment: aShipment() } });

const quoted = {
  data: { shippingRates: { quotes: expect.arrayContaining([{ id: expect.any(String) }]), userErrors: [] } },
};
const bought = { data: { purchaseLabel: { purchase: { state: "PURCHASED" } } } };

/** So many at once, and what they were told in the end. */
function flood(count: number, send: () => Promise<Timed>) {
  const answers = Array.from({ length: count }, send);
  return { ended: () => Promise.all(answers) };
}

describe("While two tenants' buyers flood a carrier that does not answer", () => {
  it("a third has rates and labels, and so have the flooded tenants' staff", async () => {
    await service.control.clearRequests();
    await service.control.addFault({ operation: "VALIDATE_ADDRESS", kind: "HOLD", times: 1_000 });
    const asked = (count: number) =>
      eventually(
        () => requestCount(service, "VALIDATE_ADDRESS"),
        (seen) => seen >= count,
      );
    const first = flood(100, () => askAddress(flooder));
    await asked(8);
    const other = flood(100, () => askAddress(second));
    await asked(9);
    for (const tenantId of [third, flooder, second]) {
      const answers = [await askRates(tenantId), await buyLabel(tenantId)];
      expect(answers).toMatchObject([quoted, bought]);
      for (const { ms } of answers) expect(ms).toBeLessThan(soonMs);
    }
    await service.control.clearFaults();
    await service.control.release();
    const codes = [...(await first.ended()), ...(await other.ended())].map(({ status }) => status);
    expect(codes.filter((status) => status === 200).length).toBeGreaterThan(20);
    expect(new Set(codes)).toEqual(new Set([200, 503]));
  });
});

describe("While two tenants' purchases hang at the carrier", () => {
  it("a third buys all the same", async () => {
    await service.control.addFault({ operation: "SHIP", kind: "HOLD", times: 9 });
    await service.control.clearRequests();
    const first = flood(12, () => buyLabel(flooder));
    await eventually(
      () => requestCount(service, "SHIP"),
      (seen) => seen >= 8,
    );
    const other = flood(12, () => buyLabel(second));
    await eventually(
      () => requestCount(service, "SHIP"),
      (seen) => seen >= 9,
    );
    const answer = await buyLabel(third);
    expect(answer).toMatchObject(bought);
    expect(answer.ms).toBeLessThan(soonMs);
    await service.control.clearFaults();
    await service.control.release();
    for (const each of [...(await first.ended()), ...(await other.ended())]) expect(each).toMatchObject(bought);
  });
});

describe("While a tenant's reads are slow", () => {
  const read = "{ shipments(first: 1) { nodes { id } } }";
  const slowSeconds = 0.5;

  beforeAll(async () => {
    await draft(service, {}, { tenantId: reader });
    const sleep = `pg_sleep(case when tenant_id = '${reader}' and current_setting('app.tenant_id', true) = '${reader}' then ${slowSeconds} else 0 end)`;
    await runAdmin(
      service.testDatabase.adminUrl,
      `create policy slow_reads on shipment as restrictive for select using (${sleep} is not null)`,
    );
  });
  afterAll(() => runAdmin(service.testDatabase.adminUrl, "drop policy slow_reads on shipment"));

  it("others read and buy", async () => {
    const floods = flood(24, () => ask(reader, ["read"], read));
    await eventually(() => service.database.lanes.counts.READING.taken >= 4);
    for (let turn = 0; turn < 5; turn++) {
      const answer = await ask(third, ["read"], read);
      expect(answer).toMatchObject({ status: 200, data: { shipments: { nodes: expect.any(Array) } } });
      expect(answer.ms).toBeLessThan(2_000 * slowSeconds);
    }
    expect(await buyLabel(third)).toMatchObject(bought);
    for (const answer of await floods.ended()) expect([200, 503]).toContain(answer.status);
  });
});
