import type { ProductCheck } from "../../src/carrier/products.js";
import { anAccount } from "./builders.js";
import { type SimulatedUps, startSimulatedUps } from "./simulated-ups.js";

let ups: SimulatedUps;
beforeAll(async () => {
  ups = await startSimulatedUps();
});
beforeEach(() => ups.reset());
afterAll(() => ups.close());

/** Lacks every product but Authorization. */
const nothingWorks = "rating shipping address-validation locator paperless tracking time-in-transit"
  .split(" ")
  .map((product) => `without-${product}`)
  .join("-");

const summary = (checks: ProductCheck[]) =>
  checks.map(({ product, state, setupStepKey }) => [product, state, setupStepKey]);
const check = async (over: Parameters<typeof anAccount>[0]) =>
  summary(await ups.adapter.checkProducts(anAccount({ accountId: JSON.stringify(over), ...over })));

const products = [
  "RATING",
  "SHIPPING",
  "ADDRESS_VALIDATION",
  "LOCATOR",
  "PAPERLESS_DOCUMENTS",
  "TRACKING",
  "TIME_IN_TRANSIT",
];

/** The rows where all but those named answered. */
const rows = (bad: Record<string, [state: string, step: string | null]> = {}) =>
  ["AUTHORIZATION", ...products].map((product) => [product, ...(bad[product] ?? ["OK", null])]);
const all = (state: string, step: string | null) =>
  Object.fromEntries(
    ["AUTHORIZATION", ...products].map((product) => [product, [state, step] as [string, string | null]]),
  );

it.each([
  ["all is well", {}, {}],
  ...[
    ["RATING", "without-rating"],
    ["SHIPPING", "without-shipping"],
    ["ADDRESS_VALIDATION", "without-address-validation"],
    ["LOCATOR", "without-locator"],
    ["PAPERLESS_DOCUMENTS", "without-paperless"],
    ["TRACKING", "without-tracking"],
    ["TIME_IN_TRANSIT", "without-time-in-transit"],
  ].map(
    ([product, client]) =>
      [
        `${product} is missing`,
        { clientId: `client-${client}` },
        { [product!]: ["NOT_ADDED_OR_PENDING", `ADD_PRODUCT_${product}`] },
      ] as const,
  ),
  [
    "two are missing while others work",
    { clientId: "client-without-rating-without-shipping" },
    {
      RATING: ["NOT_ADDED_OR_PENDING", "ADD_PRODUCT_RATING"],
      SHIPPING: ["NOT_ADDED_OR_PENDING", "ADD_PRODUCT_SHIPPING"],
    },
  ],
  [
    "nothing works with a good token",
    { clientId: nothingWorks },
    { ...all("WRONG_ACCOUNT", "CHOOSE_ACCOUNT"), AUTHORIZATION: ["OK", null] },
  ],
  [
    "the app is bound to another account",
    { clientId: "client-bound-to-9Z9Z9Z" },
    {
      RATING: ["WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
      SHIPPING: ["WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
      PAPERLESS_DOCUMENTS: ["WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
    },
  ],
  [
    "the account may not upload forms",
    { accountNumber: "A1B2CU" },
    { PAPERLESS_DOCUMENTS: ["NOT_ADDED_OR_PENDING", "ADD_PRODUCT_PAPERLESS_DOCUMENTS"] },
  ],
  ["the secret is wrong", { clientSecret: "wrong-secret" }, all("BAD_CREDENTIALS", "COPY_CREDENTIALS")],
  ["the environment has no address", { environment: "PRODUCTION" as const }, all("UNAVAILABLE", null)],
] as [string, Parameters<typeof anAccount>[0], Record<string, [string, string | null]>][])(
  "names each product's state and the step to repeat when %s",
  async (_name, over, expected) => {
    expect(await check(over)).toEqual(rows(expected));
  },
);

it("learns from the price whether the account has prices of its own", async () => {
  const learned = async (accountNumber: string) => {
    const checks = await ups.adapter.checkProducts(anAccount({ accountId: accountNumber, accountNumber }));
    return checks
      .filter((candidate) => candidate.negotiatedRates !== undefined)
      .map((candidate) => [candidate.product, candidate.negotiatedRates]);
  };
  expect(await learned("0A1B2C")).toEqual([["RATING", "ENROLLED"]]);
  expect(await learned("A1B2CN")).toEqual([["RATING", "NOT_ENROLLED"]]);
});

it("says that UPS is away, not that the product is missing", async () => {
  await ups.control.addFault({ operation: "RATE", kind: "STATUS", status: 503, times: 10 });
  expect(await check({ tenantId: "tenant-2" })).toEqual(rows({ RATING: ["UNAVAILABLE", null] }));
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
  const operations = (await ups.control.requests()).map((request) => request.operation);
  expect(operations.sort()).toEqual([
    "DELETE_DOCUMENT",
    "LOCATE",
    "RATE",
    "RATE",
    "TOKEN",
    "TOKEN",
    "TOKEN",
    "TRACK",
    "TRANSIT_TIMES",
    "VALIDATE_ADDRESS",
    "VOID",
  ]);
  expect(JSON.stringify(checks)).not.toMatch(/secret-one|client-without-rating/);
});

it.each(["111580", "112111"])("takes %s of Rating for a wrong account: it is the one that pays", async (code) => {
  await ups.control.addFault({ operation: "RATE", kind: "REFUSE", code });
  expect(await check({})).toEqual(
    rows({
      RATING: ["WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
      SHIPPING: ["WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
      PAPERLESS_DOCUMENTS: ["WRONG_ACCOUNT", "CHOOSE_ACCOUNT"],
    }),
  );
});
