import { randomUUID } from "node:crypto";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { dispatchedAtOnce, plainPriceRules } from "../../src/entities/values/stored-method-rules.js";
import { addPublished, askAsBuyer, setMethod } from "../support/delivery.js";
import { eventually } from "../support/eventually.js";
import { hold, requestCount } from "../support/purchases.js";
import { addAccount, type Tenant } from "../support/rate-setup.js";
import { newYork } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService({ deliveryOptions: { cacheSeconds: 600 } });
});
afterAll(() => service.close());

let methodId: string;
beforeEach(async () => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  await service.control.clearFaults();
  const account = await addAccount(tenant);
  methodId = (await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" })).id;
  await service.control.clearRequests();
});

const ask = (input: object = {}, of = tenant) => askAsBuyer(service, of, input);
const calls = () => requestCount(service, "RATE");

describe("equal carts at the same time", () => {
  it("are asked about once, and get the same quotes", async () => {
    await hold(service, "RATE");
    const answers = [ask({ locale: "en" }), ask({ locale: "en-GB", shipTo: { ...newYork, postalCode: " 10007 " } })];
    await eventually(async () => (await calls()) === 1);
    await service.control.release();
    const [first, second] = await Promise.all(answers);
    expect(first.options).toHaveLength(1);
    expect(second).toEqual(first);
    expect(await calls()).toBe(1);
  });
});

describe("a cart that was asked about of late", () => {
  it("gets the same quotes without a call", async () => {
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(await calls()).toBe(1);
  });

  it.each([
    ["another postal code", { shipTo: { ...newYork, postalCode: "10001" } }],
    ["another amount", { orderAmount: { amount: "5.00", currencyCode: "USD" } }],
    ["another weight", { items: [{ sku: "mug", quantity: 2, weight: { value: 1.6, unit: "LB" } }] }],
    ["a name", { shipTo: { ...newYork, name: "Grace Example" } }],
  ])("is another cart with %s", async (_, change) => {
    await ask();
    await ask(change);
    expect(await calls()).toBe(2);
  });

  it.each([
    ["the price", { priceRules: { ...plainPriceRules, marginPercent: "50" } }],
    ["the handling days", { dispatch: { ...dispatchedAtOnce, handlingDays: 3 } }],
    ["whether it is offered", { isPublished: false }],
  ])("is asked about anew once the merchant changed %s", async (_, change) => {
    const first = await ask();
    await setMethod(service, tenant, methodId, change);
    const changed = await ask();
    expect(changed.options.map(({ id }: { id: string }) => id)).not.toEqual([first.options[0].id]);
    expect(await ask()).toEqual(changed);
  });

  it("is asked about anew once a quote is gone", async () => {
    const [{ id }] = (await ask()).options;
    await inTenant(service.database, tenant.tenantId, (manager) =>
      manager.query("delete from rate_quote where id = $1", [id]),
    );
    expect((await ask()).options[0].id).not.toBe(id);
  });

  it("is never another tenant's", async () => {
    const other = { deps: service.deps, tenantId: randomUUID() };
    const account = await addAccount(other);
    await addPublished(other, account.id, "By road", { service: "UPS_GROUND" });
    const [mine, theirs] = [await ask(), await ask({}, other)];
    expect(theirs.options[0].id).not.toBe(mine.options[0].id);
    expect(await calls()).toBe(2);
  });

  it.each([
    ["no carrier answered", { kind: "STATUS", status: 503, times: 5 } as const],
    ["a carrier refused", { kind: "REFUSE", code: "111580" } as const],
  ])("is asked about anew where %s", async (_, fault) => {
    await service.control.addFault({ operation: "RATE", ...fault });
    expect((await ask()).options).toEqual([]);
    await service.control.clearFaults();
    expect((await ask()).options).toHaveLength(1);
  });
});
