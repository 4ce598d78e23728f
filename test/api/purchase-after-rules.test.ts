import { changeMethod, createMethod, someUps, usd } from "../support/methods.js";
import { addOwnMethod, setPriceRules } from "../support/price-setup.js";
import { aKey, bought, buy, draft, requestCount, sql, voidShipment } from "../support/purchases.js";
import { addMethod, shippingRates } from "../support/rate-setup.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
beforeEach(async () => {
  await service.control.setPriceFactor(1);
  await service.control.clearRequests();
});
afterAll(() => service.close());

const money = "{ amount currencyCode }";
const parts = { shipTo: newYork, packages: [aPackage] };

async function groundWith(rules: Parameters<typeof setPriceRules>[2], invoicingPolicy = "ESTIMATED"): Promise<string> {
  const { id } = await addMethod(service, accountId, { service: "UPS_GROUND" });
  await sql(service, "update shipping_method set invoicing_policy = $2 where id = $1", [id, invoicingPolicy]);
  await setPriceRules(service, id, rules);
  return id;
}

/** A method whose price is its own, and which ships by UPS Ground. */
async function fixedGround(price: string, integrationLevel = "RATE_AND_SHIP"): Promise<string> {
  const shipsWith = someUps(accountId, { service: "UPS_GROUND" });
  const input = { name: "Flat", fixed: { price: usd(price) }, shipsWith, integrationLevel };
  const { shippingMethod, userErrors } = await createMethod(service, input);
  if (shippingMethod === null) throw new Error(JSON.stringify(userErrors));
  await changeMethod(service, "updateShippingMethod", {
    shippingMethodId: shippingMethod.id,
    invoicingPolicy: "ESTIMATED",
  });
  return shippingMethod.id;
}

async function quoteBy(methodId: string, input: object = {}) {
  const asked = { ...parts, shippingMethodIds: [methodId], ...input };
  const { quotes, ...answer } = (await service.run(shippingRates, { input: asked })).shippingRates;
  if (quotes.length !== 1) throw new Error(JSON.stringify({ quotes, answer }));
  return quotes[0];
}
const purchase = (rateQuoteId: string, input: object = {}) =>
  buy(service, { idempotencyKey: aKey(), shipment: {}, rateQuoteId, ...input });
const purchased = (rateQuoteId: string, input: object = {}) =>
  bought(service, { idempotencyKey: aKey(), shipment: {}, rateQuoteId, ...input });

const shipmentBy = async (id: string) =>
  (
    await service.run(
      `query ($id: ID!) { shipment(id: $id) {
        acceptedOffer { price ${money} carrierTotal ${money} }
        charges { estimated ${money} actual ${money} invoiceable ${money} invoiceableBasis }
        purchases { state priceChange { difference ${money} } acceptedOffer { price ${money} } }
      } }`,
      { id },
    )
  ).shipment;

// biome-ignore lint/suspicious/noExplicitAny: as the answer has it
const errorsOf = ({ userErrors }: any) => userErrors.map(({ code, field }: any) => [code, field.join(".")]);

describe("a purchase at a price after rules", () => {
  it("compares what the carrier asks with what it asked, never with the buyer's price", async () => {
    const cheaper = await quoteBy(await groundWith({ marginPercent: "-50" }));
    const dearer = await quoteBy(await groundWith({ marginPercent: "100" }));
    const free = await quoteBy(await groundWith({ freeAbove: usd("50.00") }), { orderAmount: usd("50.00") });
    expect(free.price).toEqual(usd("0.00"));
    for (const quote of [cheaper, free]) {
      const { shipment } = await purchased(quote.id);
      const { charges, acceptedOffer, purchases } = await shipmentBy(shipment.id);
      expect(acceptedOffer).toEqual({ price: quote.price, carrierTotal: quote.carrierPrice.negotiated });
      expect(purchases).toMatchObject([{ priceChange: null, acceptedOffer: { price: quote.price } }]);
      expect(charges).toMatchObject({
        ...{ estimated: quote.price, actual: quote.carrierPrice.negotiated },
        ...{ invoiceable: quote.price, invoiceableBasis: "ESTIMATED" },
      });
    }
    await service.control.clearRequests();
    await service.control.setPriceFactor(1.2);
    for (const quote of [dearer, free]) {
      const answer = await purchase(quote.id);
      expect(errorsOf(answer)).toEqual([["PRICE_CHANGED", "input.rateQuoteId"]]);
      expect(answer.userErrors[0].message).toContain(`was ${quote.carrierPrice.negotiated.amount} USD`);
    }
    expect(await requestCount(service, "SHIP")).toBe(0);
    await purchased(dearer.id, { maxPriceIncrease: usd("10.00") });
  });

  it("is invoiced the actual cost by the rules of the quote, whatever the method has become", async () => {
    const rules = { marginPercent: "10", handlingAmount: usd("1.00") };
    const methodId = await groundWith(rules, "ACTUAL");
    const quote = await quoteBy(methodId);
    await service.control.setPriceFactor(0.5);
    await setPriceRules(service, methodId, { marginPercent: "900" });
    const { shipment } = await purchased(quote.id);
    const { charges } = await shipmentBy(shipment.id);
    const due = (Number(charges.actual.amount) * 1.1 + 1).toFixed(2);
    expect(charges).toMatchObject({ estimated: quote.price, invoiceable: usd(due), invoiceableBasis: "ACTUAL" });
    expect(Number(due)).toBeLessThan(Number(quote.price.amount));
    await voidShipment(service, { shipmentId: shipment.id });
    expect((await shipmentBy(shipment.id)).charges).toMatchObject({
      ...{ invoiceable: usd("0.00"), invoiceableBasis: "VOIDED" },
    });
  });

  it("is that of the charges in a quote from before prices were made by rules", async () => {
    const quote = await quoteBy(await groundWith({}));
    const before = "price_explanation = null, pricing = null, carrier_amount = null";
    await sql(service, `update rate_quote set ${before}, price_amount = 1 where id = $1`, [quote.id]);
    const { shipment } = await purchased(quote.id);
    expect(await shipmentBy(shipment.id)).toMatchObject({
      acceptedOffer: { price: usd("1"), carrierTotal: quote.carrierPrice.negotiated },
    });
  });

  it("without a quote is invoiced the plain actual cost", async () => {
    const shippingMethodId = await groundWith({ marginPercent: "10" }, "ACTUAL");
    const { shipment } = await bought(service, { shipment: { ...parts, shippingMethodId } });
    const { charges } = await shipmentBy(shipment.id);
    expect(charges).toMatchObject({ estimated: null, invoiceable: charges.actual, invoiceableBasis: "ACTUAL" });
  });

  it("takes the value that was insured with the quote, also where the goods are given again", async () => {
    const methodId = await groundWith({ insurancePercent: "50" });
    const packages = [{ ...aPackage, items: [{ description: "Vase", quantity: 3, unitValue: usd("80.00") }] }];
    const quote = await quoteBy(methodId, { packages });
    await purchased(quote.id, { shipment: { ...parts, packages } });
    // biome-ignore lint/suspicious/noExplicitAny: the request as UPS saw it
    const shipped = ((await service.control.requests()) as any[]).find(({ operation }) => operation === "SHIP");
    expect(shipped.body.ShipmentRequest.Shipment.Package[0].PackageServiceOptions.DeclaredValue).toEqual({
      ...{ CurrencyCode: "USD", MonetaryValue: "120.00" },
    });
  });
});

describe("a purchase at a price that is the method's own", () => {
  it("is bounded by what the caller allows, since no carrier's price was offered", async () => {
    const quote = await quoteBy(await fixedGround("4.90"));
    expect(quote).toMatchObject({ price: usd("4.90"), carrierPrice: null, service: { code: "UPS_GROUND" } });
    expect(await requestCount(service, "RATE")).toBe(0);
    const answers = [
      await purchase(quote.id, { maxTotalPrice: usd("4.90") }),
      await purchase(quote.id, { maxPriceIncrease: usd("100.00") }),
    ];
    expect(answers.map(errorsOf)).toEqual([
      [["PRICE_CHANGED", "input.maxTotalPrice"]],
      [["INVALID", "input.maxPriceIncrease"]],
    ]);
    expect(await requestCount(service, "SHIP")).toBe(0);
    const { shipment } = await purchased(quote.id, { maxTotalPrice: usd("40.00") });
    expect(await shipmentBy(shipment.id)).toMatchObject({
      acceptedOffer: { price: usd("4.90"), carrierTotal: null },
      purchases: [{ priceChange: null, acceptedOffer: { price: usd("4.90") } }],
      charges: { estimated: usd("4.90"), invoiceable: usd("4.90"), invoiceableBasis: "ESTIMATED" },
    });
  });

  it("counts what the carrier charges against the spend limits, also of what is free", async () => {
    const quote = await quoteBy(await fixedGround("0.00"));
    const limit = `insert into spend_limit (tenant_id, spender, period, unit, maximum) values ($1, '*', 'DAY', 'USD', 1)`;
    await sql(service, limit, [service.tenantId]);
    expect(errorsOf(await purchase(quote.id))).toEqual([["SPEND_LIMIT_EXCEEDED", "input.shipment"]]);
    await sql(service, "delete from spend_limit");
    const { purchase: done } = await purchased(quote.id);
    const [row] = await sql(service, "select checked_amount, most_amount from label_purchase where id = $1", [done.id]);
    expect(row).toEqual({ checked_amount: done.charges.amount, most_amount: null });
  });

  it("can start from a draft, and is refused where the method is for rates only", async () => {
    const quote = await quoteBy(await fixedGround("4.90"));
    const shipmentId = await draft(service, { ...parts, service: null, rateQuoteId: quote.id });
    expect((await bought(service, { shipmentId })).purchase.state).toBe("PURCHASED");
    const ratedOnly = await quoteBy(await fixedGround("4.90", "RATE_ONLY"));
    expect(errorsOf(await purchase(ratedOnly.id))).toEqual([["NOT_ALLOWED", "input.shipment.shippingMethodId"]]);
    const alone = await quoteBy(await addOwnMethod(service, { provider: "FIXED", price: usd("4.90") }));
    expect(errorsOf(await purchase(alone.id))).toEqual([["NOT_ALLOWED", "input.rateQuoteId"]]);
  });
});
