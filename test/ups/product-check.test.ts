import type { ProductCheck } from "../../src/carrier/products.js";
import { anAccount } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startSimulatedUps();
});
beforeEach(() => ups.reset());
afterAll(() => ups.close());

const summary = (checks: ProductCheck[]) =>
  checks.map(({ product, state, setupStepKey }) => [product, state, setupStepKey]);
const check = async (over: Parameters<typeof anAccount>[0]) =>
  summary(await ups.adapter.checkProducts(anAccount({ accountId: JSON.stringify(over), ...over })));

it.each([
  [
    "all is well",
    {},
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "OK", null],
      ["SHIPPING", "OK", null],
    ],
  ],
  [
    "Rating is missing",
    { clientId: "client-without-rating" },
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_RATING"],
      ["SHIPPING", "OK", null],
    ],
  ],
  [
    "Shipping is missing",
    { clientId: "client-without-shipping" },
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "OK", null],
      ["SHIPPING", "NOT_ADDED_OR_PENDING", "ADD_PRODUCT_SHIPPING"],
    ],
  ],
  [
    "nothing works with a good token",
    { clientId: "client-without-rating-without-shipping" },
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
      ["SHIPPING", "WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
    ],
  ],
  [
    "the app is bound to another account",
    { clientId: "client-bound-to-9Z9Z9Z" },
    [
      ["AUTHORIZATION", "OK", null],
      ["RATING", "WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
      ["SHIPPING", "WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
    ],
  ],
  [
    "the secret is wrong",
    { clientSecret: "wrong-secret" },
    [
      ["AUTHORIZATION", "BAD_CREDENTIALS", "COPY_CREDENTIALS"],
      ["RATING", "BAD_CREDENTIALS", "COPY_CREDENTIALS"],
      ["SHIPPING", "BAD_CREDENTIALS", "COPY_CREDENTIALS"],
    ],
  ],
  [
    "the environment has no address",
    { environment: "PRODUCTION" as const },
    [
      ["AUTHORIZATION", "UNAVAILABLE", null],
      ["RATING", "UNAVAILABLE", null],
      ["SHIPPING", "UNAVAILABLE", null],
    ],
  ],
])("names each product's state and the step to repeat when %s", async (_name, over, expected) => {
  expect(await check(over)).toEqual(expected);
});

it("says that UPS is away, not that the product is missing", async () => {
  await ups.control.addFault({ operation: "RATE", kind: "STATUS", status: 503, times: 10 });
  expect(await check({ tenantId: "tenant-2" })).toEqual([
    ["AUTHORIZATION", "OK", null],
    ["RATING", "UNAVAILABLE", null],
    ["SHIPPING", "OK", null],
  ]);
});

it("asks UPS for a token each time, so that a rotated secret shows at once", async () => {
  await check({ tenantId: "tenant-3" });
  await ups.control.clearRequests();
  await check({ tenantId: "tenant-3" });
  expect((await ups.control.requests()).map((request) => request.operation)).toContain("TOKEN");
});

it("creates nothing at UPS and gives no secret away", async () => {
  const checks = await ups.adapter.checkProducts(anAccount({ clientId: "client-without-rating" }));
  expect(await ups.control.ledger()).toEqual([]);
  expect((await ups.control.requests()).map((request) => request.operation)).not.toContain("SHIP");
  expect(JSON.stringify(checks)).not.toMatch(/secret-one|client-without-rating/);
});
