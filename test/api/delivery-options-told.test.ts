import { randomUUID } from "node:crypto";
import type { Fault } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import { dispatchedAtOnce, plainPriceRules } from "../../src/entities/values/stored-method-rules.js";
import { aCart, addPublished, askAsBuyer, setMethod } from "../support/delivery.js";
import { createMethod, someUps } from "../support/methods.js";
import { aKey, purchaseLabel } from "../support/purchases.js";
import { addAccount, shippingRates, type Tenant } from "../support/rate-setup.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let tenant: Tenant;
beforeAll(async () => {
  service = await startTestService({ deliveryOptions: { answerWithinMs: 4_000 }, upsLimits: { readTimeoutMs: 400 } });
});
afterAll(() => service.close());

beforeEach(async () => {
  tenant = { deps: service.deps, tenantId: randomUUID() };
  await service.control.clearFaults();
});

const usd = (amount: string) => ({ amount, currencyCode: "USD" });
const as = (...scopes: ("quote" | "read" | "ship" | "admin")[]) => ({ tenantId: tenant.tenantId, scopes });

describe("an option's quote", () => {
  it("is bought by whoever spends money, at the price the buyer was shown", async () => {
    const account = await addAccount(tenant);
    const method = await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
    await setMethod(service, tenant, method.id, { priceRules: { ...plainPriceRules, marginPercent: "10" } });
    const [option] = (await askAsBuyer(service, tenant)).options;
    expect(option.price).toEqual(usd("16.90"));
    await service.run(
      `mutation ($id: ID!) { activateCarrierAccount(input: { carrierAccountId: $id }) { userErrors { message } } }`,
      { id: account.id },
      as("admin"),
    );
    const input = { idempotencyKey: aKey(), shipment: {}, rateQuoteId: option.rateQuote.id };
    const { purchase, shipment, userErrors } = (await service.run(purchaseLabel, { input }, as("ship"))).purchaseLabel;
    expect([purchase.state, userErrors]).toEqual(["PURCHASED", []]);
    const query = `query ($id: ID!) { shipment(id: $id) {
      acceptedOffer { rateQuoteId price { amount currencyCode } carrierTotal { amount currencyCode } }
      packages { items { description quantity } } } }`;
    expect((await service.run(query, { id: shipment.id }, as("read"))).shipment).toEqual({
      acceptedOffer: { rateQuoteId: option.rateQuote.id, price: usd("16.90"), carrierTotal: usd("15.36") },
      packages: [{ items: [{ description: "Mug", quantity: 2 }] }],
    });
  });

  it("stands beside those of methods with prices of their own, which cost no call", async () => {
    const account = await addAccount(tenant);
    await addPublished(tenant, account.id, "By air", { service: "UPS_2ND_DAY_AIR" });
    const admin = as("admin");
    await createMethod(service, { name: "Bicycle", isPublished: true, fixed: { price: usd("4.90") } }, admin);
    const free = {
      name: "Free of charge",
      isPublished: true,
      fixed: { price: usd("0") },
      shipsWith: someUps(account.id),
    };
    const { id } = (await createMethod(service, free, admin)).shippingMethod;
    await setMethod(service, tenant, id, { dispatch: { ...dispatchedAtOnce, transitDays: { min: 1, max: 3 } } });
    const { options } = await askAsBuyer(service, tenant);
    expect(options.map((option: { name: string; price: object }) => [option.name, option.price])).toEqual([
      ["Free of charge", usd("0.00")],
      ["Bicycle", usd("4.90")],
      ["By air", usd("35.12")],
    ]);
    const [first, bicycle] = options;
    expect([first.isFree, first.isCheapest, bicycle.service, bicycle.promisedDate]).toEqual([true, true, null, null]);
    expect(first.promisedDate < first.promisedLatestDate).toBe(true);
  });

  it("is given without any carrier account, too", async () => {
    await createMethod(service, { name: "Bicycle", isPublished: true, fixed: { price: usd("4.90") } }, as("admin"));
    const { options, unavailable } = await askAsBuyer(service, tenant);
    expect([options.map(({ name }: { name: string }) => name), unavailable]).toEqual([["Bicycle"], []]);
  });
});

/** All that a storefront can ask for, by fragments and other names. */
const everything = `
  query ($input: DeliveryOptionsInput!) {
    mine: deliveryOptions(input: $input) { ...All }
    again: deliveryOptions(input: $input) { ways: options { ...Option } gone: unavailable { name reason message } }
  }
  fragment All on DeliveryOptionsPayload {
    options { ...Option } unavailable { name reason message } isComplete
    address { status candidates { address { lines city } } }
    packages { method items { sku description quantity } grossWeight { value } billableWeight { explanation } }
    unpacked { reason message } userErrors { code message field carrierErrorCode }
  }
  fragment Option on DeliveryOption {
    id name price { amount currencyCode } isFree isCheapest isFastest promisedDate promisedLatestDate isAccessPoint
    service { code name } rateQuote { ...Quote }
  }
  fragment Quote on RateQuote {
    id price { amount } expiresAt estimatedDeliveryDate estimatedDeliveryTime transitDays isGuaranteed
    isSaturdayDelivery service { code carrierServiceCode }
  }`;

describe("whatever a carrier says", () => {
  const faults: [string, Omit<Fault, "times">[]][] = [
    ["a refusal in words", [{ operation: "RATE", kind: "REFUSE", code: "111210" }]],
    ["another refusal", [{ operation: "RATE", kind: "REFUSE", code: "111580" }]],
    ["an account that is refused", [{ operation: "RATE", kind: "HEADER_REFUSAL", code: "250002" }]],
    ["credentials that are refused", [{ operation: "ANY", kind: "UNAUTHORIZED" }]],
    ["a fault of the carrier's", [{ operation: "RATE", kind: "STATUS", status: 503 }]],
    ["an answer that nobody can read", [{ operation: "RATE", kind: "HTML", status: 200 }]],
    ["half an answer", [{ operation: "RATE", kind: "HALF_BODY" }]],
    ["a limit that is reached", [{ operation: "RATE", kind: "RATE_LIMIT", retryAfter: "3600" }]],
    ["no answer", [{ operation: "RATE", kind: "HANG", seconds: 2 }]],
  ] as [string, Omit<Fault, "times">[]][];

  it.each(faults)("a buyer hears nothing of %s but that it is not to be had", async (_, asked) => {
    const account = await addAccount(tenant);
    const margin = { ...plainPriceRules, marginPercent: "7" };
    const method = await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
    await setMethod(service, tenant, method.id, { priceRules: margin });
    const break_ = async () => {
      await service.control.clearFaults();
      for (const fault of asked) await service.control.addFault({ ...fault, times: 20 } as Fault);
    };
    await break_();
    const parts = { shipTo: aCart.shipTo, packages: [{ weight: { value: 3, unit: "LB" } }] };
    const staff = (await service.run(shippingRates, { input: parts }, as("read"))).shippingRates;
    const [row] = staff.unavailable;
    expect(row.message).not.toBe("");

    await break_();
    const answer = await service.execute(everything, { input: aCart }, as("quote"));
    const told = JSON.stringify(answer);
    expect(answer.data?.mine).toMatchObject({
      options: [],
      unavailable: [
        {
          name: "By road",
          reason: expect.stringMatching(/^(CARRIER_UNAVAILABLE|NOT_AVAILABLE|DESTINATION_NOT_SERVED)$/),
        },
      ],
      userErrors: [],
    });
    expect(answer.errors).toBeUndefined();
    const secrets = [row.message, account.id, account.accountNumber, "museum-shop", "UPS", "account", "ACCOUNT"];
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  });

  it("what it asks stays between it and the merchant", async () => {
    const account = await addAccount(tenant);
    const method = await addPublished(tenant, account.id, "By road", { service: "UPS_GROUND" });
    await setMethod(service, tenant, method.id, { priceRules: { ...plainPriceRules, marginPercent: "7" } });
    const { data, errors } = await service.execute(everything, { input: aCart }, as("quote"));
    expect(errors).toBeUndefined();
    expect(data?.mine.options).toHaveLength(1);
    const secrets = ["15.36", "21.32", "12.96", account.id, account.accountNumber, method.id];
    expect(secrets.filter((secret) => JSON.stringify(data).includes(secret))).toEqual([]);

    const hidden = `query ($input: DeliveryOptionsInput!) { deliveryOptions(input: $input) { options { rateQuote {
      was: carrierPrice { published { amount } } how: priceExplanation { kind } said: carrierMessages { text }
      by: shippingMethod { id } with: options { payer } } } } }`;
    const refused = await service.execute(hidden, { input: aCart }, as("quote"));
    expect(refused.errors).toHaveLength(5);
    expect(refused.data?.deliveryOptions.options).toEqual([
      { rateQuote: { was: null, how: null, said: null, by: null, with: null } },
    ]);
    expect(secrets.filter((secret) => JSON.stringify(refused.errors).includes(secret))).toEqual([]);
  });
});
