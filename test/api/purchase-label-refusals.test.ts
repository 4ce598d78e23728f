import {
  aKey,
  arrived,
  aShipment,
  bought,
  buy,
  draft,
  hold,
  purchaseBy,
  refused,
  requestCount,
  sql,
} from "../support/purchases.js";
import { addMethod } from "../support/rate-setup.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
beforeEach(() => service.control.clearRequests());
afterEach(() => service.control.setPriceFactor(1));
afterAll(() => service.close());

/** Nothing reached UPS, and nothing is left in the database. */
const expectNothingDone = async (shipments: number) => {
  expect(await service.control.requests()).toEqual([]);
  expect(await shipmentCount()).toBe(shipments);
};

const shipmentCount = async () => Number((await sql(service, "select count(*) as n from shipment"))[0].n);

const draftAccount = async () => {
  const { createCarrierAccount } = await service.run(
    `mutation ($input: CreateCarrierAccountInput!) {
      createCarrierAccount(input: $input) { carrierAccount { id } userErrors { message } } }`,
    {
      input: {
        ...{ name: "Draft", environment: "SIMULATOR", accountNumber: "D4A5F6", address: newYork },
        ups: { clientId: "draft-client", clientSecret: "secret" },
      },
    },
  );
  return createCarrierAccount.carrierAccount.id;
};

const quoteOf = async (input: Record<string, unknown>, code = "UPS_GROUND") => {
  const { shippingRates } = await service.run(
    `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
      quotes { id service { code } price { amount currencyCode } } } }`,
    { input },
  );
  return shippingRates.quotes.find((quote: { service: { code: string } }) => quote.service.code === code);
};

const parts = { shipTo: newYork, packages: [aPackage] };
describe("guards the price", () => {
  it.each([
    ["equal to the price", 0, "PURCHASED"],
    ["above the price", 0.01, "PURCHASED"],
    ["below the price", -0.01, null],
  ])("with a limit %s", async (_, difference, state) => {
    const { price } = await quoteOf(parts);
    const maxTotalPrice = { amount: (Number(price.amount) + difference).toFixed(2), currencyCode: "USD" };
    const answer = await buy(service, { maxTotalPrice });
    if (state === null) expect(answer).toEqual(refused({ code: "PRICE_CHANGED", field: "input.maxTotalPrice" }));
    else expect(answer.purchase).toMatchObject({ state, charges: price });
  });

  it("refuses a price that rose above the limit since the quote, and leaves no trace", async () => {
    const { id, price } = await quoteOf(parts);
    await service.control.setPriceFactor(1.1);
    const before = await shipmentCount();
    const answer = await buy(service, { shipment: { rateQuoteId: id }, maxTotalPrice: price });
    expect(answer).toEqual(refused({ code: "PRICE_CHANGED", field: "input.maxTotalPrice" }));
    expect(await requestCount(service, "SHIP")).toBe(0);
    expect(await shipmentCount()).toBe(before);
  });

  it("refuses a limit in another currency", async () => {
    const answer = await buy(service, { maxTotalPrice: { amount: "1000", currencyCode: "EUR" } });
    expect(answer).toEqual(refused({ code: "INVALID", field: "input.maxTotalPrice.currencyCode" }));
  });

  it("buys nothing while the price cannot be asked", async () => {
    await service.control.addFault({ operation: "RATE", kind: "STATUS", status: 503, times: 3 });
    const answer = await buy(service, { maxTotalPrice: { amount: "1000", currencyCode: "USD" } });
    await service.control.clearFaults();
    expect(answer).toEqual(refused({ code: "CARRIER_UNAVAILABLE", field: null }));
    expect(await requestCount(service, "SHIP")).toBe(0);
  });

  it("lets a repeated key pass without asking for the price again", async () => {
    const input = {
      idempotencyKey: aKey(),
      shipment: aShipment(),
      maxTotalPrice: { amount: "99", currencyCode: "USD" },
    };
    const first = await bought(service, input);
    await service.control.setPriceFactor(100);
    expect(await buy(service, input)).toEqual(first);
  });
});

describe("guards the quote", () => {
  it("refuses an expired one", async () => {
    const { id } = await quoteOf(parts);
    await sql(service, "update rate_quote set expires_at = now() where id = $1", [id]);
    const answer = await buy(service, { shipment: { rateQuoteId: id } });
    expect(answer).toEqual(refused({ code: "QUOTE_EXPIRED", field: "input.shipment.rateQuoteId" }));
  });

  it("refuses another shipment than was quoted", async () => {
    const { id } = await quoteOf(parts);
    const heavier = { ...aPackage, weight: { value: 30, unit: "LB" } };
    const answer = await buy(service, { shipment: { rateQuoteId: id, packages: [heavier] } });
    expect(answer).toEqual(refused({ code: "QUOTE_MISMATCH", field: "input.shipment.rateQuoteId" }));
  });

  it("refuses another service than was quoted", async () => {
    const { id } = await quoteOf(parts);
    const answer = await buy(service, { shipment: { rateQuoteId: id }, service: "UPS_NEXT_DAY_AIR" });
    expect(answer).toEqual(refused({ code: "QUOTE_MISMATCH", field: "input.service" }));
  });

  it("refuses a draft that is not what was quoted", async () => {
    const { id } = await quoteOf(parts);
    const shipmentId = await draft(service, { packages: [aPackage, aPackage] });
    const answer = await buy(service, { shipmentId, rateQuoteId: id });
    expect(answer).toEqual(refused({ code: "QUOTE_MISMATCH", field: "input.rateQuoteId" }));
  });

  it("takes a quote whose recipient has another name and phone", async () => {
    const { id } = await quoteOf(parts);
    const shipTo = { ...newYork, name: "Another Desk", phone: "2125550100" };
    expect((await bought(service, { shipment: { rateQuoteId: id, shipTo } })).userErrors).toEqual([]);
  });
});

describe("guards the key and the shipment", () => {
  it.each([
    ["another shipment", { shipment: aShipment({ packages: [aPackage, aPackage] }) }],
    ["another service", { shipment: aShipment({ service: "UPS_NEXT_DAY_AIR" }) }],
    ["another label format", { labelFormat: "GIF" }],
    ["a price limit", { maxTotalPrice: { amount: "99", currencyCode: "USD" } }],
  ])("refuses a used key with %s", async (_, change) => {
    const idempotencyKey = aKey();
    await bought(service, { idempotencyKey });
    const answer = await buy(service, { idempotencyKey, ...change });
    expect(answer).toEqual(refused({ code: "IDEMPOTENCY_KEY_REUSED", field: "input.idempotencyKey" }));
    expect(await requestCount(service, "SHIP")).toBe(1);
  });

  it("refuses to buy a shipment twice with two keys", async () => {
    const { shipment } = await bought(service);
    const answer = await buy(service, { shipmentId: shipment.id });
    expect(answer).toEqual(refused({ code: "ALREADY_PURCHASED", field: "input.shipmentId" }));
  });

  it("refuses a shipment that is being bought with another key", async () => {
    const shipmentId = await draft(service);
    await hold(service, "SHIP");
    const first = buy(service, { shipmentId });
    await arrived(service, "SHIP");
    const second = await buy(service, { shipmentId });
    expect(second).toEqual(refused({ code: "CONFLICT", field: "input.shipmentId" }));
    await service.control.release();
    expect((await first).purchase.state).toBe("PURCHASED");
  });

  it("refuses a second shipment with a clientReference in use", async () => {
    const shipment = aShipment({ clientReference: "cart-1" });
    await bought(service, { shipment });
    const answer = await buy(service, { shipment });
    expect(answer).toEqual(refused({ code: "CONFLICT", field: "input.shipment.clientReference" }));
  });
});

describe("guards account and method", () => {
  it("refuses a method for rates only", async () => {
    const method = await addMethod(service, accountId, { service: "UPS_GROUND" });
    await sql(service, "update shipping_method set integration_level = 'RATE_ONLY' where id = $1", [method.id]);
    await service.control.clearRequests();
    const answer = await buy(service, { shipment: { ...parts, shippingMethodId: method.id } });
    expect(answer).toEqual(refused({ code: "NOT_ALLOWED", field: "input.shipment.shippingMethodId" }));
  });

  it("refuses an account that is not active", async () => {
    const shipment = aShipment({ carrierAccountId: await draftAccount() });
    await service.control.clearRequests();
    const before = await shipmentCount();
    const answer = await buy(service, { shipment });
    expect(answer).toEqual(refused({ code: "ACCOUNT_NOT_READY", field: "input.shipment.carrierAccountId" }));
    await expectNothingDone(before);
  });
});

describe("tells what UPS refuses", () => {
  const unserved = (shipmentId: string) => ({ idempotencyKey: aKey(), shipmentId });
  const nobody = { ...newYork, name: "Refused Recipient", company: null };

  it("REJECTED with UPS's code; the key replays it, a new key may buy", async () => {
    const shipmentId = await draft(service, { shipTo: nobody });
    const input = unserved(shipmentId);
    const rejected = await buy(service, input);
    expect(rejected).toMatchObject({
      purchase: { state: "REJECTED", charges: null, retryAfterSeconds: null },
      shipment: { id: shipmentId, status: "DRAFT", packages: [{ trackingNumber: null, label: null }] },
      userErrors: [{ code: "CARRIER_REJECTED", message: expect.any(String), field: null, carrierErrorCode: "121000" }],
    });
    expect(await buy(service, input)).toEqual(rejected);
    expect(await requestCount(service, "SHIP")).toBe(1);
    await service.run(
      `mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) { userErrors { message } } }`,
      { input: { shipmentId, shipTo: newYork } },
    );
    const again = await bought(service, unserved(shipmentId));
    expect(again.shipment).toMatchObject({ id: shipmentId, status: "PURCHASED" });
    expect((await purchaseBy(service, { id: rejected.purchase.id })).state).toBe("REJECTED");
  });

  it("an account that UPS refuses leaves the key free", async () => {
    const otherId = await seedAccount(service, { name: "Other", accountNumber: "B1B2B3" });
    await sql(service, "update carrier_account set account_number = '000000' where id = $1", [otherId]);
    const input = { idempotencyKey: aKey(), shipment: aShipment({ carrierAccountId: otherId }) };
    const answer = await buy(service, input);
    expect(answer).toMatchObject({
      purchase: { state: "NOT_CREATED" },
      shipment: { status: "DRAFT" },
      userErrors: [{ code: "ACCOUNT_NOT_READY", carrierErrorCode: "120100" }],
    });
    await sql(service, "update carrier_account set account_number = 'B1B2B3' where id = $1", [otherId]);
    expect((await buy(service, input)).purchase.state).toBe("PURCHASED");
    await sql(service, "update carrier_account set status = 'ARCHIVED' where id = $1", [otherId]);
  });
});
