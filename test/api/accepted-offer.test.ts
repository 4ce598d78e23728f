import { Decimal } from "decimal.js";
import {
  arrived,
  aShipment,
  bought,
  buy,
  draft,
  hold,
  makeDue,
  requestCount,
  sql,
  voidShipment,
} from "../support/purchases.js";
import { addMethod, shippingRates } from "../support/rate-setup.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
let accountId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
});
beforeEach(async () => {
  await service.control.setPriceFactor(1);
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(() => service.close());

const money = "{ amount currencyCode }";
const purchaseLabel = `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
  purchase {
    id state charges ${money} priceChange { was ${money} now ${money} difference ${money} }
    acceptedOffer { rateQuoteId price ${money} }
    carrierMessages { carrierErrorCode text }
  }
  shipment { id }
  userErrors { code field message priceChange { was ${money} now ${money} difference ${money} } }
} }`;
let keys = 0;
const purchase = async (input: Record<string, unknown>) => {
  keys += 1;
  return (await service.run(purchaseLabel, { input: { idempotencyKey: `offer-${keys}`, ...input } })).purchaseLabel;
};

const readOffer = `query ($id: ID!) { shipment(id: $id) {
  isAcceptedOfferOutdated
  charges { estimated ${money} actual ${money} invoiceable ${money} invoiceableBasis }
  acceptedOffer {
    rateQuoteId price ${money} carrierTotal ${money} service { code } estimatedDeliveryDate estimatedDeliveryTime transitDays
    isGuaranteed isSaturdayDelivery quotedAt acceptedAt
  }
} }`;
const shipmentBy = async (id: string) => (await service.run(readOffer, { id })).shipment;

interface Quote {
  id: string;
  price: { amount: string; currencyCode: string };
  estimatedDeliveryDate: string;
}
const parts = { shipTo: newYork, packages: [aPackage] };
const quoteFor = async (input: object = parts): Promise<Quote> => {
  const { quotes } = (await service.run(shippingRates, { input })).shippingRates;
  return quotes.find((quote: { service: { code: string } }) => quote.service.code === "UPS_GROUND");
};
const draftOf = (rateQuoteId: string, input: object = {}) =>
  draft(service, { ...parts, service: null, rateQuoteId, ...input });
const expire = (id: string) =>
  sql(service, "update rate_quote set expires_at = now() - interval '1 hour' where id = $1", [id]);
const plus = (a: string, b: string) => ({ amount: new Decimal(a).plus(b).toFixed(2), currencyCode: "USD" });
const usd = (amount: string) => ({ amount, currencyCode: "USD" });

/** Refused with what the price was and is, before anything is bought or claimed. */
const priceChanged = (quote: Quote, field: string) => ({
  purchase: null,
  shipment: null,
  userErrors: [
    {
      code: "PRICE_CHANGED",
      field: field.split("."),
      message: expect.stringContaining(`was ${quote.price.amount} USD`),
      priceChange: {
        was: quote.price,
        now: usd(expect.any(String) as unknown as string),
        difference: usd(expect.stringMatching(/^\d+\.\d\d$/) as unknown as string),
      },
    },
  ],
});
const nothingSent = async () => expect(await requestCount(service, "SHIP")).toBe(0);

describe("a purchase at an offer whose price has risen", () => {
  it.each([
    ["a quote", (quote: Quote) => ({ shipment: {}, rateQuoteId: quote.id }), "input.rateQuoteId"],
    [
      "a quote in the shipment",
      (quote: Quote) => ({ shipment: { rateQuoteId: quote.id } }),
      "input.shipment.rateQuoteId",
    ],
  ])("by %s is refused with what it was and is now", async (_, input, field) => {
    const quote = await quoteFor();
    await service.control.setPriceFactor(1.5);
    const answer = await purchase(input(quote));
    expect(answer).toEqual(priceChanged(quote, field));
    const { was, now, difference } = answer.userErrors[0].priceChange;
    expect(plus(was.amount, difference.amount)).toEqual(now);
    await nothingSent();
  });

  it("by a draft that was made from it is refused, and the draft stays with its offer", async () => {
    const quote = await quoteFor();
    const shipmentId = await draftOf(quote.id);
    await service.control.setPriceFactor(1.5);
    expect(await purchase({ shipmentId })).toEqual(priceChanged(quote, "input.shipmentId"));
    expect(await purchase({ shipmentId, service: "UPS_GROUND" })).toEqual(priceChanged(quote, "input.shipmentId"));
    await nothingSent();
    expect((await shipmentBy(shipmentId)).charges.estimated).toEqual(quote.price);
  });

  it("goes through as far as the caller says how much more is accepted", async () => {
    const quote = await quoteFor();
    await service.control.setPriceFactor(1.5);
    const [{ priceChange }] = (await purchase({ shipment: {}, rateQuoteId: quote.id })).userErrors;
    const less = usd(new Decimal(priceChange.difference.amount).minus("0.01").toFixed(2));
    const by = (limits: object) => purchase({ shipment: {}, rateQuoteId: quote.id, ...limits });
    expect(await by({ maxPriceIncrease: less })).toEqual(priceChanged(quote, "input.maxPriceIncrease"));
    expect(await by({ maxPriceIncrease: usd("100"), maxTotalPrice: quote.price })).toEqual(
      priceChanged(quote, "input.maxTotalPrice"),
    );
    await nothingSent();
    const answer = await by({ maxPriceIncrease: priceChange.difference });
    expect(answer.purchase).toMatchObject({ state: "PURCHASED", charges: priceChange.now, priceChange });
    expect((await by({ maxTotalPrice: priceChange.now })).purchase).toMatchObject({ state: "PURCHASED", priceChange });
    const offer = { price: quote.price, rateQuoteId: quote.id };
    expect(await shipmentBy(answer.shipment.id)).toMatchObject({
      ...{ acceptedOffer: offer, charges: { estimated: quote.price, actual: priceChange.now } },
    });
  });

  it("is refused too where the way back is bought at an offer", async () => {
    const returnService = { kind: "PRINT_RETURN_LABEL" };
    const returned = { packages: [{ ...aPackage, items: [{ description: "Mug", quantity: 1 }] }], shipFrom: newYork };
    const quote = await quoteFor({ ...returned, carrierAccountId: accountId, returnService });
    await service.control.setPriceFactor(1.5);
    const buyBack = async (limits: object) => {
      keys += 1;
      const input = { idempotencyKey: `back-${keys}`, returnService, shipment: { rateQuoteId: quote.id }, ...limits };
      const source = purchaseLabel
        .replace("PurchaseLabelInput", "PurchaseReturnLabelInput")
        .replace("purchaseLabel(", "purchaseReturnLabel(");
      return (await service.run(source, { input })).purchaseReturnLabel;
    };
    const refusal = await buyBack({});
    expect(refusal).toEqual(priceChanged(quote, "input.shipment.rateQuoteId"));
    const { difference } = refusal.userErrors[0].priceChange;
    expect((await buyBack({ maxPriceIncrease: difference })).purchase).toMatchObject({ state: "PURCHASED" });
  });
});

describe("a purchase at an offer", () => {
  it("whose price has fallen goes through, and tells the difference", async () => {
    const quote = await quoteFor();
    await service.control.setPriceFactor(0.5);
    const answer = await purchase({ shipment: {}, rateQuoteId: quote.id });
    const { amount } = answer.purchase.charges;
    expect(Number(amount)).toBeLessThan(Number(quote.price.amount));
    expect(answer.purchase).toMatchObject({
      state: "PURCHASED",
      priceChange: { was: quote.price, now: usd(amount), difference: plus(amount, `-${quote.price.amount}`) },
    });
  });

  it("tells of a price that rose between the question and the label, which nothing can refuse any more", async () => {
    const quote = await quoteFor();
    await hold(service, "SHIP");
    const answer = purchase({ shipment: {}, rateQuoteId: quote.id });
    await arrived(service, "SHIP");
    await service.control.setPriceFactor(1.5);
    await service.control.release();
    const { charges, priceChange } = (await answer).purchase;
    expect(Number(charges.amount)).toBeGreaterThan(Number(quote.price.amount));
    expect(priceChange).toMatchObject({ was: quote.price, now: charges });
  });

  it("whose answer was lost costs what was asked before, where the carrier gives no price afterwards", async () => {
    const quote = await quoteFor();
    await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER", times: 1 });
    const { shipment } = await purchase({ shipment: {}, rateQuoteId: quote.id });
    await service.control.addFault({ operation: "RATE", kind: "STATUS", status: 503, times: 30 });
    await makeDue(service);
    await sweepDuePurchases(service.deps);
    const source = `query ($id: ID!) { shipment(id: $id) { purchases {
      state charges ${money} hasEstimatedCharges chargeItems { kind amount ${money} } priceChange { now ${money} } } } }`;
    expect((await service.run(source, { id: shipment.id })).shipment.purchases).toEqual([
      {
        ...{ state: "PURCHASED", charges: quote.price, hasEstimatedCharges: true, priceChange: null },
        chargeItems: [{ kind: "OTHER", amount: quote.price }],
      },
    ]);
  });

  it("at the same price tells of no change, and asks the carrier once", async () => {
    const quote = await quoteFor();
    await service.control.clearRequests();
    const answer = await purchase({ shipment: {}, rateQuoteId: quote.id });
    expect(answer.purchase).toMatchObject({
      ...{ state: "PURCHASED", priceChange: null, charges: quote.price },
      acceptedOffer: { rateQuoteId: quote.id, price: quote.price },
    });
    expect(await requestCount(service, "RATE")).toBe(1);
  });

  it("is the same purchase when it is repeated with its key, whatever the price has become", async () => {
    const quote = await quoteFor();
    const input = { idempotencyKey: "offer-once", shipment: {}, rateQuoteId: quote.id };
    const first = await purchase(input);
    await service.control.setPriceFactor(2);
    await service.control.clearRequests();
    expect(await purchase(input)).toEqual(first);
    expect(await service.control.requests()).toEqual([]);
  });

  it("buys nothing while the carrier does not tell the price, and says why", async () => {
    const quote = await quoteFor();
    const shipmentId = await draftOf(quote.id);
    await service.control.addFault({ operation: "RATE", kind: "STATUS", status: 503, times: 100 });
    for (const [field, input] of [
      ["rateQuoteId", { shipment: {}, rateQuoteId: quote.id }],
      ["shipmentId", { shipmentId }],
    ] as const)
      expect(await purchase(input)).toMatchObject({
        purchase: null,
        userErrors: [
          {
            code: "CARRIER_UNAVAILABLE",
            field: ["input", field],
            message: expect.stringMatching(/^The offered price/),
          },
        ],
      });
    await nothingSent();
    await service.control.clearFaults();
    expect((await purchase({ shipmentId })).purchase).toMatchObject({ state: "PURCHASED" });
  });

  it("takes no increase without an offer, in another currency, or below zero", async () => {
    const quote = await quoteFor();
    const by = async (input: Record<string, unknown>) =>
      (await purchase(input)).userErrors.map(({ code, field }: { code: string; field: string[] }) => [
        code,
        field.join("."),
      ]);
    const maxPriceIncrease = usd("5");
    expect(await by({ shipment: aShipment(), maxPriceIncrease })).toEqual([["INVALID", "input.maxPriceIncrease"]]);
    const inEuros = { amount: "5", currencyCode: "EUR" };
    expect(await by({ shipment: {}, rateQuoteId: quote.id, maxPriceIncrease: inEuros })).toEqual([
      ["INVALID", "input.maxPriceIncrease.currencyCode"],
    ]);
    expect(await by({ shipment: {}, rateQuoteId: quote.id, maxPriceIncrease: usd("-1") })).toEqual([
      ["INVALID", "input.maxPriceIncrease.amount"],
    ]);
    await nothingSent();
  });
});

describe("an offer that has expired", () => {
  it("is priced anew when the draft made from it is bought, and its estimate is not lost", async () => {
    const quote = await quoteFor();
    const shipmentId = await draftOf(quote.id);
    await expire(quote.id);
    await service.control.setPriceFactor(0.9);
    const answer = await purchase({ shipmentId });
    expect(answer.purchase).toMatchObject({ state: "PURCHASED", priceChange: { was: quote.price } });
    expect((await shipmentBy(shipmentId)).charges).toMatchObject({
      estimated: quote.price,
      actual: answer.purchase.charges,
    });
  });

  it("is refused with the difference when the price has risen since the draft was made", async () => {
    const quote = await quoteFor();
    const shipmentId = await draftOf(quote.id);
    await expire(quote.id);
    await service.control.setPriceFactor(1.5);
    const refusal = await purchase({ shipmentId });
    expect(refusal).toEqual(priceChanged(quote, "input.shipmentId"));
    const { difference } = refusal.userErrors[0].priceChange;
    const answer = await purchase({ shipmentId, maxPriceIncrease: difference });
    expect(answer.purchase).toMatchObject({ state: "PURCHASED", priceChange: { difference } });
  });

  it("is not accepted any more by anybody who did not before", async () => {
    const quote = await quoteFor();
    const shipmentId = await draft(service);
    await expire(quote.id);
    const { id } = quote;
    for (const input of [
      { shipment: {}, rateQuoteId: id },
      { shipmentId, rateQuoteId: id },
    ])
      expect((await purchase(input)).userErrors).toMatchObject([{ code: "QUOTE_EXPIRED" }]);
    await expect(draftOf(id)).rejects.toThrow("expired");
  });
});

describe("the accepted offer of a shipment", () => {
  it("is kept as it was, when the quote is gone too", async () => {
    const quote = await quoteFor();
    const shipmentId = await draftOf(quote.id);
    await purchase({ shipmentId });
    await sql(service, "update shipment set rate_quote_id = null where id = $1", [shipmentId]);
    await sql(service, "update label_purchase set rate_quote_id = null where shipment_id = $1", [shipmentId]);
    await sql(service, "delete from rate_quote where id = $1", [quote.id]);
    const { acceptedOffer, charges } = await shipmentBy(shipmentId);
    expect(acceptedOffer).toEqual({
      ...{ rateQuoteId: quote.id, price: quote.price, carrierTotal: quote.price, service: { code: "UPS_GROUND" } },
      ...{ estimatedDeliveryDate: quote.estimatedDeliveryDate, estimatedDeliveryTime: expect.anything() },
      ...{ transitDays: expect.any(Number), isGuaranteed: expect.any(Boolean), isSaturdayDelivery: false },
      ...{ quotedAt: expect.any(String), acceptedAt: expect.any(String) },
    });
    expect(charges.estimated).toEqual(quote.price);
  });

  it("stays when it is bought again after a void, or with another service", async () => {
    const quote = await quoteFor();
    const shipmentId = await draftOf(quote.id);
    await purchase({ shipmentId });
    await expire(quote.id);
    await voidShipment(service, { shipmentId });
    const again = await purchase({ shipmentId });
    expect(again.purchase).toMatchObject({ state: "PURCHASED", acceptedOffer: { rateQuoteId: quote.id } });
    await voidShipment(service, { shipmentId });
    const other = await purchase({ shipmentId, service: "UPS_2ND_DAY_AIR" });
    expect(other.purchase).toMatchObject({ state: "PURCHASED", acceptedOffer: null });
    expect(again.purchase.carrierMessages).toEqual([]);
    expect(other.purchase.carrierMessages).toMatchObject([{ carrierErrorCode: "OFFER_OUTDATED" }]);
    expect(await shipmentBy(shipmentId)).toMatchObject({
      ...{ acceptedOffer: { rateQuoteId: quote.id }, isAcceptedOfferOutdated: false },
      charges: { estimated: quote.price },
    });
  });

  it("binds while changes leave what was offered, and is outdated by others", async () => {
    const quote = await quoteFor();
    const shipmentId = await draftOf(quote.id);
    const update = (input: object) =>
      service.run(
        "mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) { userErrors { message } } }",
        { input: { shipmentId, ...input } },
      );
    await expire(quote.id);
    await update({ reference: "later", shipTo: { ...newYork, name: "Somebody Else" } });
    const again = { rateQuoteId: quote.id, reference: "a form sends it all again" };
    expect((await update(again)).updateShipment.userErrors).toEqual([]);
    expect((await update({ ...again, packages: [aPackage, aPackage] })).updateShipment.userErrors).toEqual([
      { message: expect.stringMatching(/^The rate quote was made for another shipment/) },
    ]);
    expect(await shipmentBy(shipmentId)).toMatchObject({
      ...{ isAcceptedOfferOutdated: false, charges: { estimated: quote.price } },
    });
    await service.control.setPriceFactor(1.5);
    expect(await purchase({ shipmentId })).toEqual(priceChanged(quote, "input.shipmentId"));
    await update({ packages: [aPackage, aPackage] });
    expect(await shipmentBy(shipmentId)).toMatchObject({
      ...{ isAcceptedOfferOutdated: true, acceptedOffer: { rateQuoteId: quote.id }, charges: { estimated: null } },
    });
    const { purchase: bought } = await purchase({ shipmentId });
    expect(bought).toMatchObject({ state: "PURCHASED", acceptedOffer: null });
    const text = expect.stringContaining(`The offer of ${quote.price.amount} USD`);
    expect(bought.carrierMessages).toEqual([{ carrierErrorCode: "OFFER_OUTDATED", text }]);
  });

  it("is outdated by another method, which is kept when it is bought", async () => {
    const [first, second] = [await addMethod(service, accountId), await addMethod(service, accountId)];
    const quote = await quoteFor({ ...parts, shippingMethodIds: [first.id] });
    const shipmentId = await draftOf(quote.id);
    const changed = `mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) {
      shipment { shippingMethod { id } isAcceptedOfferOutdated } userErrors { message } } }`;
    const input = { shipmentId, shippingMethodId: second.id, service: "UPS_GROUND" };
    expect((await service.run(changed, { input })).updateShipment).toEqual({
      shipment: { shippingMethod: { id: second.id }, isAcceptedOfferOutdated: true },
      userErrors: [],
    });
    expect((await purchase({ shipmentId })).purchase).toMatchObject({ state: "PURCHASED", acceptedOffer: null });
    const read = "query ($id: ID!) { shipment(id: $id) { shippingMethod { id } } }";
    expect((await service.run(read, { id: shipmentId })).shipment).toEqual({ shippingMethod: { id: second.id } });
  });

  it("binds again after a try with another service that bought nothing, until one has bought", async () => {
    const quote = await quoteFor();
    const shipTo = { ...newYork, name: "Refused Recipient", company: null };
    const shipmentId = await draftOf(quote.id, { shipTo });
    const other = { shipmentId, service: "UPS_2ND_DAY_AIR" };
    expect((await purchase(other)).purchase.state).toBe("REJECTED");
    const update = "mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) { userErrors { code } } }";
    await service.run(update, { input: { shipmentId, shipTo: newYork } });
    await service.control.addFault({ operation: "SHIP", kind: "UNAUTHORIZED", times: 2 });
    expect((await purchase(other)).purchase.state).toBe("NOT_CREATED");
    await service.control.setPriceFactor(1.5);
    expect(await purchase({ shipmentId })).toEqual(priceChanged(quote, "input.shipmentId"));
    expect((await purchase(other)).purchase).toMatchObject({ state: "PURCHASED", acceptedOffer: null });
    const read = "query ($id: ID!) { shipment(id: $id) { service { code } } }";
    expect((await service.run(read, { id: shipmentId })).shipment).toEqual({ service: { code: "UPS_2ND_DAY_AIR" } });
    await voidShipment(service, { shipmentId });
    expect((await purchase({ shipmentId })).purchase).toMatchObject({ state: "PURCHASED", acceptedOffer: null });
  });

  it("is outdated by a change also after a refused try with another service", async () => {
    const quote = await quoteFor();
    const shipTo = { ...newYork, name: "Refused Recipient", company: null };
    const shipmentId = await draftOf(quote.id, { shipTo });
    expect((await purchase({ shipmentId, service: "UPS_2ND_DAY_AIR" })).purchase.state).toBe("REJECTED");
    const update = "mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) { userErrors { code } } }";
    await service.run(update, { input: { shipmentId, shipTo: newYork, packages: [aPackage, aPackage] } });
    expect(await shipmentBy(shipmentId)).toMatchObject({ isAcceptedOfferOutdated: true, charges: { estimated: null } });
  });

  it("is no estimate of another try under the same clientReference", async () => {
    const clientReference = "offer of a cart";
    const shipTo = { ...newYork, name: "Refused Recipient", company: null };
    const { id: rateQuoteId } = await quoteFor();
    const tried = await purchase({ shipment: { shipTo, clientReference }, rateQuoteId });
    expect(tried.purchase.state).toBe("REJECTED");
    const other = { clientReference, packages: [aPackage, aPackage] };
    const { purchase: made, shipment } = await purchase({ shipment: aShipment(other) });
    expect([made.state, shipment.id]).toEqual(["PURCHASED", tried.shipment.id]);
    expect(await shipmentBy(shipment.id)).toMatchObject({
      ...{ isAcceptedOfferOutdated: true, charges: { estimated: null, invoiceableBasis: "ACTUAL" } },
    });
  });

  it("that is chosen while the price is asked for another one is not bought unchecked", async () => {
    const cheap = await quoteFor();
    await service.control.setPriceFactor(1.5);
    const dear = await quoteFor();
    const shipmentId = await draftOf(dear.id);
    await hold(service, "RATE");
    await service.control.clearRequests();
    const buying = purchase({ shipmentId });
    await arrived(service, "RATE");
    const update = "mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) { userErrors { code } } }";
    await service.run(update, { input: { shipmentId, rateQuoteId: cheap.id } });
    await service.control.release();
    expect(await buying).toMatchObject({ purchase: null, userErrors: [{ code: "CONFLICT" }] });
    await nothingSent();
    expect(await purchase({ shipmentId })).toEqual(priceChanged(cheap, "input.shipmentId"));
  });

  it("is no estimate any more when the choice is cleared", async () => {
    const quote = await quoteFor();
    const shipmentId = await draftOf(quote.id);
    const update =
      "mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) { userErrors { message } } }";
    await service.run(update, { input: { shipmentId, rateQuoteId: null } });
    expect(await shipmentBy(shipmentId)).toMatchObject({
      ...{ isAcceptedOfferOutdated: true, acceptedOffer: { rateQuoteId: quote.id }, charges: { estimated: null } },
    });
    await service.control.setPriceFactor(1.5);
    expect((await purchase({ shipmentId })).purchase).toMatchObject({ state: "PURCHASED", acceptedOffer: null });
  });

  it("is that of a corrected shipment, when it is made with one", async () => {
    const { shipment } = await bought(service);
    const quote = await quoteFor();
    const source =
      "mutation ($input: DuplicateShipmentInput!) { duplicateShipment(input: $input) { shipment { id } } }";
    const input = { shipmentId: shipment.id, rateQuoteId: quote.id };
    const { id } = (await service.run(source, { input })).duplicateShipment.shipment;
    expect((await shipmentBy(id)).acceptedOffer).toMatchObject({ rateQuoteId: quote.id, price: quote.price });
  });

  it("is what the order is invoiced under the policy ESTIMATED", async () => {
    const { id } = await addMethod(service, accountId, { service: "UPS_GROUND" });
    await sql(service, "update shipping_method set invoicing_policy = 'ESTIMATED' where id = $1", [id]);
    const quote = await quoteFor({ ...parts, shippingMethodIds: [id] });
    const { shipment } = await bought(service, { shipment: {}, rateQuoteId: quote.id });
    expect((await shipmentBy(shipment.id)).charges).toMatchObject({
      ...{ invoiceable: quote.price, invoiceableBasis: "ESTIMATED" },
    });
  });

  it("is null where none was accepted, and goes with a deleted draft", async () => {
    const { shipment } = await buy(service);
    expect(await shipmentBy(shipment.id)).toMatchObject({ acceptedOffer: null, isAcceptedOfferOutdated: false });
    const shipmentId = await draftOf((await quoteFor()).id);
    const source = "mutation ($id: ID!) { deleteShipment(input: { shipmentId: $id }) { deletedShipmentId } }";
    expect((await service.run(source, { id: shipmentId })).deleteShipment).toEqual({ deletedShipmentId: shipmentId });
  });
});
