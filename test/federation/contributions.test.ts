import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { bucketOf, mergeBuckets } from "../../src/shipping/delivery/weight-buckets.js";
import { addPublished, askAsBuyer, setMethod } from "../support/delivery.js";
import { createMethod, usd } from "../support/methods.js";
import { addAccount, type Tenant } from "../support/rate-setup.js";
import { newYork } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { createPlace } from "../support/ship-from-places.js";

const { city, region, postalCode, countryCode } = newYork;
const shippingDestination = { city, region, postalCode, countryCode };
const mugs = { productId: "mug", sku: "MUG-01", quantity: 2, weight: { value: 1.5, unit: "LB" } };

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService({
    order: { typeName: "SalesOrder", keyField: "number", optionsWithinMs: 20_000 },
    product: { typeName: "Product", keyField: "id", answerWithinMs: 20_000 },
  });
});
afterAll(() => service.close());
beforeEach(async () => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  await service.control.clearFaults();
  await service.control.clearRequests();
});

async function publish(accounts: number): Promise<void> {
  for (let index = 0; index < accounts; index += 1) {
    const account = await addAccount(tenant, { accountNumber: `A1B2C${index}` });
    await addPublished(tenant, account.id, `By road ${index}`, { service: "UPS_GROUND" });
    await addPublished(tenant, account.id, `By air ${index}`, { service: "UPS_2ND_DAY_AIR" });
  }
}

const rateCalls = async () => (await service.control.requests()).filter(({ operation }) => operation === "RATE").length;

function entities(typeName: string, fields: string, representations: object[], scopes = ["quote"] as const) {
  const source = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typeName} { ${fields} } } }`;
  const of = representations.map((each) => ({ __typename: typeName, ...each }));
  return service.execute(source, { of }, { tenantId: tenant.tenantId, scopes });
}

const optionsFields = `number deliveryOptions(channel: "web") {
  options { name price { amount currencyCode } rateQuote { id } } userErrors { code field } }`;
const orderOf = (number: string, parts: object = {}) => ({
  ...{ number, shippingItems: [mugs], shippingDestination },
  ...parts,
});

describe("an order's delivery options", () => {
  it("are what the buyer of the same cart is offered, for one call", async () => {
    await publish(1);
    const { data, errors } = await entities("SalesOrder", optionsFields, [orderOf("SO-1")]);
    expect(errors).toBeUndefined();
    const [{ number, deliveryOptions }] = data._entities;
    expect([number, deliveryOptions.userErrors]).toEqual(["SO-1", []]);
    expect(await rateCalls()).toBe(1);
    const cart = [{ description: "Mug", quantity: 2, weight: mugs.weight }];
    const { options } = await askAsBuyer(service, tenant, { items: cart, shipTo: shippingDestination });
    const told = ({ name, price }: { name: string; price: object }) => [name, price];
    expect(deliveryOptions.options.map(told)).toEqual(options.map(told));
    expect(options).toHaveLength(2);
  });

  it("are null for an order that does not say what goes where, and others stand", async () => {
    await publish(1);
    const { data, errors } = await entities("SalesOrder", optionsFields, [
      orderOf("SO-1", { shippingItems: null }),
      orderOf("SO-2", { shippingDestination: null }),
      orderOf("SO-3", { shippingItems: [{ ...mugs, weight: { value: "heavy", unit: "STONE" } }] }),
      { number: "SO-4" },
      orderOf("SO-5"),
    ]);
    const answered = data._entities.map(({ deliveryOptions }: { deliveryOptions: object | null }) => deliveryOptions);
    expect([answered.slice(0, 4), errors]).toEqual([[null, null, null, null], undefined]);
    expect(answered[4].options).toHaveLength(2);
  });

  it("say what is wrong with a cart as the root's do", async () => {
    await publish(1);
    const { data } = await entities("SalesOrder", optionsFields, [
      orderOf("SO-1", { shippingItems: [{ ...mugs, weight: null }] }),
    ]);
    expect(data._entities[0].deliveryOptions.userErrors).toEqual([
      { code: "REQUIRED", field: ["input", "items", "0", "weight"] },
    ]);
  });

  it("cost a page of orders six calls at most, and the rest says so", async () => {
    await publish(1);
    const orders = Array.from({ length: 9 }, (_, index) =>
      orderOf(`SO-${index}`, { shippingItems: [{ ...mugs, quantity: index + 1 }] }),
    );
    const { data, errors } = await entities("SalesOrder", optionsFields, orders);
    const priced = data._entities.filter(({ deliveryOptions }: { deliveryOptions: unknown }) => deliveryOptions);
    expect([priced.length, errors?.length, await rateCalls()]).toEqual([6, 3, 6]);
  });

  it("are told for 48 orders at most where no carrier is asked", async () => {
    const as = { tenantId: tenant.tenantId, scopes: ["admin"] as const };
    await createMethod(service, { name: "Bicycle", isPublished: true, fixed: { price: usd("4.90") } }, as);
    const { data, errors } = await entities(
      "SalesOrder",
      optionsFields,
      Array.from({ length: 60 }, () => orderOf("SO")),
    );
    const priced = data._entities.filter(({ deliveryOptions }: { deliveryOptions: unknown }) => deliveryOptions);
    expect([priced.length, errors?.length]).toEqual([48, 12]);
    expect(errors?.[0]?.originalError).toMatchObject({ code: "TOO_MANY_ITEMS" });
  });
});

const estimateFields = (place = `postalCode: "${postalCode}", countryCode: "${countryCode}"`) =>
  `id shippingEstimate(${place}) { amount currencyCode }`;
const products = (weights: number[]) =>
  weights.map((value, index) => ({ id: String(index), shippingWeight: { value, unit: "KG" } }));
/** 48 of them, from a letter's weight to a crate's. */
const page = products(Array.from({ length: 48 }, (_, index) => 0.1 * 1.14 ** index));
const amounts = (data: { _entities: { shippingEstimate: { amount: string } | null }[] }) =>
  data._entities.map(({ shippingEstimate }) => (shippingEstimate === null ? null : Number(shippingEstimate.amount)));

describe("a product's estimate", () => {
  it("of a page of 48 products costs at most six calls, and none is below a lighter one's", async () => {
    await publish(1);
    const { data, errors } = await entities("Product", estimateFields(), page);
    expect(errors).toBeUndefined();
    expect(await rateCalls()).toBeLessThanOrEqual(6);
    const prices = amounts(data as never);
    expect(prices.every((price) => price !== null && price > 0)).toBe(true);
    expect(prices).toEqual([...prices].sort((a, b) => a! - b!));
    expect(new Set(prices).size).toBeGreaterThan(3);
  });

  it("costs no more with two accounts, or for two places", async () => {
    await publish(2);
    const twoPlaces = `${estimateFields()} second: shippingEstimate(postalCode: "94102", countryCode: "US") { amount }`;
    const { data } = await entities("Product", twoPlaces, page);
    expect(await rateCalls()).toBeLessThanOrEqual(6);
    expect(amounts(data as never)).not.toContain(null);
  });

  it("costs no more with an account whose methods leave from two places", async () => {
    const account = await addAccount(tenant);
    const { tenantId } = tenant;
    const run: typeof service.run = (source, variables) => service.run(source, variables, { tenantId });
    const method = await addPublished(tenant, account.id, "From Reno", { service: "UPS_3_DAY_SELECT" });
    const place = await createPlace({ run });
    await setMethod(service, tenant, method.id, { shipFromPlaceId: place.shipFromPlace.id });
    await addPublished(tenant, account.id, "From the shop", { service: "UPS_GROUND" });
    const { errors } = await entities("Product", estimateFields(), page);
    expect([errors, await rateCalls()]).toEqual([undefined, 6]);
  });

  it("costs no more with an account whose methods ask for different options", async () => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "Duties paid", { service: "UPS_GROUND", dutiesPayer: "SENDER" });
    await addPublished(tenant, account.id, "Duties due", { service: "UPS_3_DAY_SELECT", dutiesPayer: "RECIPIENT" });
    const { errors } = await entities("Product", estimateFields(), page);
    expect(errors).toBeUndefined();
    expect(await rateCalls()).toBeLessThanOrEqual(6);
  });

  it("is the cheapest published method's price of a parcel in its bucket", async () => {
    await publish(1);
    const { data } = await entities("Product", estimateFields(), products([0.7]));
    const packages = [{ weight: { value: 1, unit: "KG" } }];
    const shipTo = { postalCode, countryCode };
    const { options } = await askAsBuyer(service, tenant, { items: null, packages, shipTo });
    expect(data._entities[0].shippingEstimate).toEqual(options[0].price);
  });

  it("is null without a weight or for a crate, without an error", async () => {
    await publish(1);
    const { data, errors } = await entities("Product", estimateFields(), [
      { id: "1", shippingWeight: null },
      { id: "2" },
      { id: "3", shippingWeight: { value: 2_000, unit: "KG" } },
      { id: "4", shippingWeight: { value: -1, unit: "KG" } },
    ]);
    expect([amounts(data as never), errors, await rateCalls()]).toEqual([[null, null, null, null], undefined, 0]);
  });

  it("fails by itself: a place that is none costs the others nothing", async () => {
    await publish(1);
    const both = `${estimateFields()} nowhere: shippingEstimate(postalCode: "x", countryCode: "QQ") { amount }`;
    const { data, errors } = await entities("Product", both, products([0.7]));
    expect(data._entities[0]).toMatchObject({ shippingEstimate: { currencyCode: "USD" }, nowhere: null });
    expect(errors?.map(({ path }) => path)).toEqual([["_entities", 0, "nowhere"]]);
  });

  it("is for buyers and readers only", async () => {
    const { data, errors } = await entities("Product", estimateFields(), products([1]), ["ship"] as never);
    expect([data?._entities[0]?.shippingEstimate ?? null, errors?.length]).toEqual([null, 1]);
  });
});

describe("a carrier that is slow", () => {
  it("keeps neither page longer than its deadline, and nothing else is null", async () => {
    await publish(1);
    const slow = await startTestService({
      sharing: service,
      order: { typeName: "SalesOrder", keyField: "number", optionsWithinMs: 300 },
      product: { typeName: "Product", keyField: "id", answerWithinMs: 300 },
    });
    await service.control.addFault({ operation: "RATE", kind: "HOLD", times: 10 });
    const source = `query ($orders: [_Any!]!, $products: [_Any!]!) {
      orders: _entities(representations: $orders) { ... on SalesOrder { number deliveryOptions { options { id } isComplete } } }
      products: _entities(representations: $products) { ... on Product { ${estimateFields()} } } }`;
    const orders = [{ __typename: "SalesOrder", ...orderOf("SO-1") }];
    const of = products([1]).map((each) => ({ __typename: "Product", ...each }));
    const began = Date.now();
    const { data, errors } = await slow.execute(
      source,
      { orders, products: of },
      { tenantId: tenant.tenantId, scopes: ["quote"] },
    );
    expect(Date.now() - began).toBeLessThan(5_000);
    await service.control.release();
    expect(data.products).toEqual([{ id: "0", shippingEstimate: null }]);
    expect(data.orders[0]).toMatchObject({ number: "SO-1" });
    const { deliveryOptions } = data.orders[0];
    expect(deliveryOptions === null || deliveryOptions.isComplete === false).toBe(true);
    for (const { originalError } of errors ?? []) expect(originalError).toMatchObject({ code: "CARRIER_UNAVAILABLE" });
    await slow.close();
  });
});

describe("buckets", () => {
  const weight = fc.double({ min: 0.001, max: 70, noNaN: true });

  it("are as many as may be, none lighter than what is in it", () => {
    fc.assert(
      fc.property(
        fc.array(weight, { minLength: 1, maxLength: 48 }),
        fc.integer({ min: 1, max: 9 }),
        (weights, most) => {
          const merged = mergeBuckets(
            weights.map((each) => bucketOf(each)!),
            most,
          );
          expect(merged.length).toBeLessThanOrEqual(most);
          for (const each of weights) expect(merged.some((bucket) => each <= bucket)).toBe(true);
        },
      ),
    );
  });

  it("are none where none may be, and none for a crate", () => {
    expect([mergeBuckets([1, 2], 0), bucketOf(70.001)]).toEqual([[], null]);
  });
});
