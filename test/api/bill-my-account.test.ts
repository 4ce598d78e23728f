import { aShipment, bought, buy, draft, makeDue, purchaseBy, requestCount, sql } from "../support/purchases.js";
import { addMethod, shippingRates } from "../support/rate-setup.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

let service: TestService;
let accountId: string;
let methodId: string;
let otherMethodId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
  methodId = (await addMethod(service, accountId, { service: "UPS_GROUND", billMyAccount: true })).id;
  otherMethodId = (await addMethod(service, accountId, { service: "UPS_GROUND" })).id;
});
beforeEach(async () => {
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(() => service.close());

const number = "X9Y8Z7";
const buyer = { payerAccountNumber: number, payerPostalCode: "10007", payerCountryCode: "US" };
const parts = { shipTo: newYork, packages: [aPackage] };

const rate = async (input: object) =>
  (await service.run(shippingRates, { input: { ...parts, ...input } })).shippingRates;
const billed = (options: object = {}) => ({ shippingMethodIds: [methodId], options: { ...buyer, ...options } });
const errorsOf = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => [code, field.join(".")]);

const chargesAsked = async (operation: string) => {
  const name = operation === "RATE" ? "PaymentDetails" : "PaymentInformation";
  const root = operation === "RATE" ? "RateRequest" : "ShipmentRequest";
  const requests = (await service.control.requests()).filter((request) => request.operation === operation);
  // biome-ignore lint/suspicious/noExplicitAny: the request as UPS saw it
  return requests.map(({ body }) => (body as any)[root].Shipment[name].ShipmentCharge);
};
const receiver = [{ Type: "01", BillReceiver: { AccountNumber: number, Address: { PostalCode: "10007" } } }];

describe("a rate with a method of Bill My Account", () => {
  it("without the buyer's number is refused before UPS is asked", async () => {
    const answer = await rate({ shippingMethodIds: [methodId] });
    expect(errorsOf(answer)).toEqual([["REQUIRED", "input.options.payerAccountNumber"]]);
    expect(await service.control.requests()).toEqual([]);
  });

  it("costs the buyer nothing, and shows staff what UPS asks", async () => {
    const { quotes } = await rate(billed());
    const [usual] = (await rate({ shippingMethodIds: [otherMethodId] })).quotes;
    expect(quotes).toMatchObject([
      { price: { amount: "0.00", currencyCode: "USD" }, carrierPrice: usual.carrierPrice },
    ]);
    const explanation = `query ($id: ID!) { rateQuote(id: $id) { priceExplanation { kind change { amount } } } }`;
    const { priceExplanation } = (await service.run(explanation, { id: quotes[0].id })).rateQuote;
    const { amount } = usual.price;
    expect(priceExplanation).toEqual([
      { kind: "CARRIER_PRICE", change: { amount } },
      { kind: "BUYERS_ACCOUNT", change: { amount: `-${amount}` } },
    ]);
    expect(Number(usual.price.amount)).toBeGreaterThan(0);
    expect((await chargesAsked("RATE"))[0]).toEqual(receiver);
  });

  it("takes the number in small letters, and keeps, shows and sends it in capitals", async () => {
    const small = { payerAccountNumber: " x9y8z7 " };
    const { quotes } = await rate(billed(small));
    const options = `query ($id: ID!) { rateQuote(id: $id) { options { payerAccountNumberMasked } } }`;
    expect((await service.run(options, { id: quotes[0].id })).rateQuote.options).toEqual({
      payerAccountNumberMasked: "••••Z7",
    });
    const shipment = { ...parts, shippingMethodId: methodId, options: { ...buyer, payer: "RECIPIENT", ...small } };
    await bought(service, { shipment });
    expect([(await chargesAsked("RATE"))[0], (await chargesAsked("SHIP"))[0]]).toEqual([receiver, receiver]);
    const [kept] = await sql(service, "select options from shipment order by created_at desc, id desc limit 1");
    expect(kept.options).toMatchObject({ payerAccountNumber: number });
  });

  it("shows a storefront the zero and nothing of who pays", async () => {
    const [{ id }] = (await rate(billed())).quotes;
    const source = `query ($id: ID!) { rateQuote(id: $id) { price { amount } } }`;
    const { rateQuote } = await service.run(source, { id }, { scopes: ["quote"] });
    expect(rateQuote).toEqual({ price: { amount: "0.00" } });
    const options = `query ($id: ID!) { rateQuote(id: $id) { options { payer payerAccountNumberMasked } } }`;
    expect((await service.run(options, { id })).rateQuote.options).toEqual({
      ...{ payer: "RECIPIENT", payerAccountNumberMasked: "••••Z7" },
    });
    const { data, errors } = await service.execute(options, { id }, { scopes: ["quote"] });
    expect(data?.rateQuote?.options ?? null).toBeNull();
    expect(errors).toHaveLength(1);
  });

  it("is refused when the merchant is told to pay, and lets a third party pay", async () => {
    const merchant = await rate({ shippingMethodIds: [methodId], options: { payer: "SENDER" } });
    expect(errorsOf(merchant)).toEqual([["OPTION_NOT_ALLOWED", "input.options.payer"]]);
    const { quotes } = await rate(billed({ payer: "THIRD_PARTY" }));
    expect(quotes[0].price.amount).toBe("0.00");
    expect((await chargesAsked("RATE"))[0]).toEqual([
      {
        Type: "01",
        BillThirdParty: { AccountNumber: number, Address: { PostalCode: "10007", CountryCode: "US" } },
      },
    ]);
  });

  it("refuses a draft that the merchant would pay for, and names the draft", async () => {
    const shipmentId = await draft(service);
    const { quotes, userErrors } = (
      await service.run(shippingRates, { input: { shipmentId, shippingMethodIds: [methodId] } })
    ).shippingRates;
    expect(quotes).toEqual([]);
    expect(userErrors).toMatchObject([{ code: "OPTION_NOT_ALLOWED", field: ["input", "shipmentId"] }]);
    expect(userErrors[0].message).toMatch(/^options\.payer: /);
  });
});

describe("a purchase with a method of Bill My Account", () => {
  const { service: _, ...unchosen } = aShipment();

  it("without the buyer's number is refused before UPS is asked", async () => {
    const answer = await buy(service, { shipment: { ...unchosen, shippingMethodId: methodId } });
    expect(errorsOf(answer)).toEqual([["REQUIRED", "input.shipment.options.payerAccountNumber"]]);
    expect(await service.control.requests()).toEqual([]);
  });

  it("from its quote is booked to the buyer's account, and the order is invoiced nothing", async () => {
    const [{ id: rateQuoteId }] = (await rate(billed())).quotes;
    const { shipment, purchase } = await bought(service, { shipment: {}, rateQuoteId });
    expect(await chargesAsked("SHIP")).toEqual([receiver]);
    const booked = (await service.control.ledger()).at(-1);
    expect(booked).toMatchObject({ billedTo: { payer: "RECEIVER", accountNumber: number }, total: purchase.charges });
    const source = `query ($id: ID!) { shipment(id: $id) {
      options { payer payerAccountNumberMasked }
      charges { estimated { amount } actual { amount } invoiceable { amount } } } }`;
    expect((await service.run(source, { id: shipment.id })).shipment).toEqual({
      options: { payer: "RECIPIENT", payerAccountNumberMasked: "••••Z7" },
      charges: {
        estimated: { amount: "0.00" },
        actual: { amount: purchase.charges.amount },
        invoiceable: { amount: "0.00" },
      },
    });
  });

  it("leaves the way back to the merchant", async () => {
    const options = { ...buyer, payer: "RECIPIENT", generateReturnLabel: true };
    const shipment = { ...unchosen, shippingMethodId: methodId, options };
    const before = (await service.control.ledger()).length;
    await bought(service, { shipment });
    await service.settled();
    const booked = (await service.control.ledger()).slice(before);
    expect(booked.map(({ billedTo }) => billedTo?.payer)).toEqual(["RECEIVER", "SHIPPER"]);
  });

  it("saves the payer with a draft, and asks for the number there", async () => {
    const options = { ...buyer, payer: "RECIPIENT" };
    const shipmentId = await draft(service, { ...unchosen, shippingMethodId: methodId, options });
    await bought(service, { shipmentId });
    expect(await chargesAsked("SHIP")).toEqual([receiver]);
    await expect(draft(service, { ...unchosen, shippingMethodId: methodId })).rejects.toThrow("account number");
  });

  it("does not buy a draft for the merchant's account that was saved before the method said otherwise", async () => {
    const shipmentId = await draft(service, { ...unchosen, shippingMethodId: otherMethodId });
    await sql(service, "update shipping_method set bill_my_account = true where id = $1", [otherMethodId]);
    const answer = await buy(service, { shipmentId });
    await sql(service, "update shipping_method set bill_my_account = false where id = $1", [otherMethodId]);
    expect(errorsOf(answer)).toEqual([["REQUIRED", "input.shipmentId"]]);
    expect(await requestCount(service, "SHIP")).toBe(0);
  });
});

describe("a payer's number that is one of the merchant's own accounts", () => {
  it("is the merchant paying: the price is what UPS asks, and so is what is invoiced", async () => {
    await seedAccount(service, { accountNumber: "5E6F7G", name: "Second" });
    const options = { ...buyer, payer: "THIRD_PARTY", payerAccountNumber: "5e6f7g" };
    const [quote] = (await rate({ shippingMethodIds: [otherMethodId], options })).quotes;
    expect(quote.price).toEqual(quote.carrierPrice.negotiated);
    const { shipment, purchase } = await bought(service, { shipment: {}, rateQuoteId: quote.id });
    const source = "query ($id: ID!) { shipment(id: $id) { charges { invoiceable { amount } } } }";
    expect((await service.run(source, { id: shipment.id })).shipment.charges.invoiceable).toEqual({
      amount: purchase.charges.amount,
    });
  });
});

describe("limits on what is spent", () => {
  const used = async (unit: string) => {
    const rows = await sql(
      service,
      "select used from spend_counter where period = 'DAY' and spender = '*' and unit = $1",
      [unit],
    );
    return Number(rows[0]?.used ?? 0);
  };
  beforeAll(() =>
    service.run(
      `mutation { setSpendLimits(input: { limits: [{ period: DAY, maxLabels: 50 }, { period: DAY, maxAmount: { amount: "100", currencyCode: "USD" } }] }) { userErrors { code } } }`,
    ),
  );

  const shipment = () => aShipment({ carrierAccountId: accountId, options: { payer: "RECIPIENT", ...buyer } });

  it("count the labels of what others pay, and none of its charges", async () => {
    const before = [await used("LABEL"), await used("USD")];
    await bought(service, { shipment: shipment() });
    expect([await used("LABEL"), await used("USD")]).toEqual([before[0]! + 1, before[1]]);
    await bought(service, { shipment: aShipment({ carrierAccountId: accountId }) });
    expect(await used("USD")).toBeGreaterThan(before[1]!);
  });

  it("count what a payer's number of the merchant's own stands for", async () => {
    const before = await used("USD");
    const options = { ...buyer, payer: "RECIPIENT", payerAccountNumber: "0a1b2c" };
    const carrierAccountId = accountId;
    const { purchase } = await bought(service, { shipment: aShipment({ options, carrierAccountId }) });
    expect(await used("USD")).toBeCloseTo(before + Number(purchase.charges.amount), 2);
  });

  it("do so also when the answer was lost and the booking found", async () => {
    const before = await used("USD");
    await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER", times: 1 });
    const { purchase } = await buy(service, { shipment: shipment() });
    await makeDue(service);
    await sweepDuePurchases(service.deps);
    expect(await purchaseBy(service, { id: purchase.id })).toMatchObject({
      state: "PURCHASED",
      charges: { currencyCode: "USD" },
    });
    expect(await used("USD")).toBe(before);
  });
});
