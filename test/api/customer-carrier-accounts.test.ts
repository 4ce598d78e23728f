import { aCustomersAccount, saveAccount } from "../support/customer-accounts.js";
import { erase } from "../support/erasures.js";
import { aShipment, bought, buy, sql } from "../support/purchases.js";
import { addMethod, shippingRates } from "../support/rate-setup.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let methodId: string;
beforeAll(async () => {
  service = await startTestService();
  const accountId = await seedAccount(service);
  methodId = (await addMethod(service, accountId, { service: "UPS_GROUND", billMyAccount: true })).id;
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

const number = "X9Y8Z7";
const refusals = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => [code, field.join(".")]);
const savedId = async (over: object = {}) => (await saveAccount(service, over)).customerCarrierAccount.id as string;
const remove = async (customerCarrierAccountId: string, as = {}) => {
  const source = `mutation ($input: DeleteCustomerCarrierAccountInput!) { deleteCustomerCarrierAccount(input: $input) {
    deletedCustomerCarrierAccountId userErrors { code field message } } }`;
  return (await service.run(source, { input: { customerCarrierAccountId } }, as)).deleteCustomerCarrierAccount;
};
const listOf = async (customerId: string, as = {}) => {
  const source = `query ($customerId: ID!) { customerCarrierAccounts(customerId: $customerId) { totalCount nodes { id } } }`;
  return (await service.run(source, { customerId }, as)).customerCarrierAccounts;
};

describe("a customer's account", () => {
  it("is kept once, masked, and found by its customer, by id and as an entity", async () => {
    const customerId = "customer-kept";
    const first = await saveAccount(service, { customerId });
    const { accountNumber: _, ...shown } = aCustomersAccount;
    expect(first).toEqual({
      customerCarrierAccount: {
        ...{ ...shown, customerId, id: expect.stringMatching(/^cca_/), carrier: { code: "UPS" } },
        accountNumberMasked: "••••Z7",
      },
      ...{ clearedFields: [], userErrors: [] },
    });
    expect(await saveAccount(service, { customerId, accountNumber: number })).toEqual(first);
    const { id } = first.customerCarrierAccount;
    expect(await listOf(customerId)).toEqual({ totalCount: 1, nodes: [{ id }] });
    const found = await service.run(
      `query ($id: ID!, $of: [_Any!]!) { customerCarrierAccount(id: $id) { name }
        _entities(representations: $of) { ... on CustomerCarrierAccount { name } } }`,
      { id, of: [{ __typename: "CustomerCarrierAccount", id }] },
    );
    expect(found).toEqual({ customerCarrierAccount: { name: shown.name }, _entities: [{ name: shown.name }] });
  });

  it.each([
    ["no customer", { customerId: " " }, [["REQUIRED", "input.customerId"]]],
    ["no number", { accountNumber: null }, [["REQUIRED", "input.accountNumber"]]],
    ["a number of the wrong form", { accountNumber: "12345" }, [["INVALID", "input.accountNumber"]]],
    ["a carrier that nobody knows", { carrierCode: "PIGEON" }, [["NOT_FOUND", "input.carrierCode"]]],
    ["a country that is none", { countryCode: "XX" }, [["INVALID", "input.countryCode"]]],
    ["no postal code where it is needed", { postalCode: null }, [["REQUIRED", "input.postalCode"]]],
    ["a postal code of nowhere", { postalCode: "1" }, [["INVALID", "input.postalCode"]]],
  ])("is refused with %s", async (_, over, expected) => {
    const answer = await saveAccount(service, over);
    expect(refusals(answer)).toEqual(expected);
    expect(answer.customerCarrierAccount).toBeNull();
  });

  it("is changed by id: absent stays, null clears, the customer stays, and no number is there twice", async () => {
    const customerId = "customer-changed";
    const id = await savedId({ customerId });
    const change = (over: object) => {
      const nothing = Object.fromEntries(Object.keys(aCustomersAccount).map((part) => [part, undefined]));
      return saveAccount(service, { ...nothing, customerCarrierAccountId: id, ...over });
    };
    const { customerCarrierAccount, clearedFields } = await change({ accountNumber: "A1A1A1", name: null });
    expect(customerCarrierAccount).toMatchObject({
      id,
      accountNumberMasked: "••••A1",
      name: null,
      postalCode: "10007",
    });
    expect(clearedFields).toEqual(["name"]);
    expect(refusals(await change({ customerId: "somebody-else" }))).toEqual([["INVALID", "input.customerId"]]);
    expect(refusals(await change({ accountNumber: null }))).toEqual([["INVALID", "input.accountNumber"]]);
    await savedId({ customerId });
    expect(refusals(await change({ accountNumber: number }))).toEqual([["CONFLICT", "input.accountNumber"]]);
  });

  it("is kept once however many save it at the same time, by its id and without", async () => {
    for (let round = 0; round < 8; round++) {
      const customerId = `hurried-${round}`;
      const customerCarrierAccountId = await savedId({ customerId });
      const saves = Array.from({ length: 6 }, (_, index) =>
        saveAccount(service, { customerId, ...(index % 2 && { customerCarrierAccountId }), name: `Name ${index}` }),
      );
      expect((await Promise.all(saves)).flatMap(refusals)).toEqual([]);
      expect(await listOf(customerId)).toEqual({ totalCount: 1, nodes: [{ id: customerCarrierAccountId }] });
    }
  });

  it("is sealed at rest, and audited without a value", async () => {
    const id = await savedId({ customerId: "customer-sealed", accountNumber: "Q7Q7W8", name: "Canary's account" });
    const { auditEvents } = await service.run(
      `query ($filter: AuditEventFilter) { auditEvents(filter: $filter) { nodes { kind changes { field before after } } } }`,
      { filter: { targetId: id } },
    );
    expect(auditEvents.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(["CUSTOMER_CARRIER_ACCOUNT_SAVED"]);
    const told = auditEvents.nodes[0].changes as { field: string; before: unknown; after: unknown }[];
    expect(told.map(({ field }) => field)).toContain("accountNumber");
    expect(told.every(({ before, after }) => before === null && after === null)).toBe(true);
    const rows = await sql(service, "select to_jsonb(c) as row from customer_carrier_account c where id = $1", [id]);
    expect(JSON.stringify(rows)).not.toContain("Q7Q7W8");
    expect(JSON.stringify(auditEvents)).not.toContain("Canary");
  });

  it("is deleted for good, and erased with its customer", async () => {
    const customerId = "customer-gone";
    const id = await savedId({ customerId });
    expect(await remove(id)).toEqual({ deletedCustomerCarrierAccountId: id, userErrors: [] });
    expect(refusals(await remove(id))).toEqual([["NOT_FOUND", "input.customerCarrierAccountId"]]);
    await savedId({ customerId });
    await savedId({ customerId, accountNumber: "B2B2B2" });
    await savedId({ customerId: "customer-stays" });
    expect((await erase(service, { customerId })).erased).toMatchObject({ CUSTOMER_CARRIER_ACCOUNT: 2, SHIPMENT: 0 });
    expect((await listOf(customerId)).totalCount).toBe(0);
    expect((await listOf("customer-stays")).totalCount).toBe(1);
  });
});

describe("Bill My Account with a customer's account", () => {
  const { service: _, ...unchosen } = aShipment();
  const paidBy = (customerCarrierAccountId: string, over: object = {}) => ({ customerCarrierAccountId, ...over });
  const rate = async (options: object) => {
    const input = { shipTo: newYork, packages: [aPackage], shippingMethodIds: [methodId], options };
    return (await service.run(shippingRates, { input })).shippingRates;
  };
  const charged = async (operation: "RATE" | "SHIP") => {
    const [root, part] =
      operation === "RATE" ? ["RateRequest", "PaymentDetails"] : ["ShipmentRequest", "PaymentInformation"];
    const requests = (await service.control.requests()).filter((request) => request.operation === operation);
    // biome-ignore lint/suspicious/noExplicitAny: the request as UPS saw it
    return requests.map(({ body }) => (body as any)[root!].Shipment[part!].ShipmentCharge);
  };
  const receiver = [{ Type: "01", BillReceiver: { AccountNumber: number, Address: { PostalCode: "10007" } } }];

  it("costs the buyer nothing and bills the customer's number, by a quote, inline, and by a draft", async () => {
    const options = paidBy(await savedId());
    const { quotes } = await rate(options);
    expect(quotes).toMatchObject([{ price: { amount: "0.00", currencyCode: "USD" } }]);
    expect(await charged("RATE")).toEqual([receiver]);
    await bought(service, { shipment: {}, rateQuoteId: quotes[0].id });
    await bought(service, { shipment: { ...unchosen, shippingMethodId: methodId, options } });
    expect(await charged("SHIP")).toEqual([receiver, receiver]);
  });

  it("stays with a draft whose account is deleted since, masked wherever it is shown", async () => {
    const id = await savedId();
    const source = `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) { shipment {
      id options { payer payerAccountNumberMasked } } userErrors { code field message } } }`;
    const input = { ...unchosen, shippingMethodId: methodId, options: paidBy(id) };
    const { shipment } = (await service.run(source, { input })).createShipment;
    expect(shipment.options).toEqual({
      ...{ payer: "RECIPIENT", payerAccountNumberMasked: "••••Z7" },
    });
    await remove(id);
    await bought(service, { shipmentId: shipment.id });
    expect(await charged("SHIP")).toEqual([receiver]);
    expect(refusals((await service.run(source, { input })).createShipment)).toEqual([
      ["NOT_FOUND", "input.options.customerCarrierAccountId"],
    ]);
  });

  it("is refused beside another payer, and with another tenant's account", async () => {
    const id = await savedId();
    const both = paidBy(id, { payer: "THIRD_PARTY", payerAccountNumber: "B2B2B2" });
    expect(refusals(await rate(both))).toEqual([
      ["INVALID", "input.options.payer"],
      ["INVALID", "input.options.payerAccountNumber"],
    ]);
    const foreign = await saveAccount({
      run: (source, variables) => service.run(source, variables, { tenantId: service.otherTenantId }),
    });
    const options = paidBy(foreign.customerCarrierAccount.id);
    expect(refusals(await rate(options))).toEqual([["NOT_FOUND", "input.options.customerCarrierAccountId"]]);
    expect(refusals(await buy(service, { shipment: { ...unchosen, shippingMethodId: methodId, options } }))).toEqual([
      ["NOT_FOUND", "input.shipment.options.customerCarrierAccountId"],
    ]);
    expect(await service.control.requests()).toEqual([]);
  });
});
