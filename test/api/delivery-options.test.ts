import { randomUUID } from "node:crypto";
import { addPublished, askAsBuyer } from "../support/delivery.js";
import { addAccount, addMethod, type Tenant } from "../support/rate-setup.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

beforeEach(async () => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  await service.control.clearFaults();
  await service.control.clearRequests();
});

const rateCalls = async () => (await service.control.requests()).filter(({ operation }) => operation === "RATE");

describe("what a buyer can choose", () => {
  it("is one option for each published method of a service, the cheapest first, for one call", async () => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "By air", { service: "UPS_2ND_DAY_AIR" });
    await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
    await addMethod(tenant, account.id, { service: "UPS_NEXT_DAY_AIR" });

    const { options, ...rest } = await askAsBuyer(service, tenant);
    const [road, air] = options;
    expect(options).toEqual([
      {
        ...{ id: road.rateQuote.id, name: "By road", isFree: false, isCheapest: true, isFastest: false },
        price: { amount: "15.36", currencyCode: "USD" },
        ...{ promisedDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), promisedLatestDate: road.promisedDate },
        ...{ isAccessPoint: false, service: { code: "UPS_GROUND" } },
        rateQuote: {
          id: expect.stringMatching(/^quo_/),
          price: { amount: "15.36", currencyCode: "USD" },
          expiresAt: expect.stringMatching(/Z$/),
        },
      },
      expect.objectContaining({ name: "By air", isCheapest: false, isFastest: true }),
    ]);
    expect(air.promisedDate < road.promisedDate).toBe(true);
    expect(rest).toEqual({ unavailable: [], isComplete: true, address: null, userErrors: [] });
    expect(await rateCalls()).toHaveLength(1);
  });

  it("is one option for each service of a method for all of them", async () => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "UPS");
    const { options } = await askAsBuyer(service, tenant);
    const codes = options.map((option: { service: { code: string } }) => option.service.code);
    expect(codes.length).toBeGreaterThan(3);
    expect(new Set(codes).size).toBe(codes.length);
    expect(options[0].name).toBe("UPS: UPS Ground");
  });
});
