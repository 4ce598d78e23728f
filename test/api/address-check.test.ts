import { inTenant } from "../../src/database/tenant-transaction.js";
import { empireState, validate } from "../support/addresses.js";
import { aKey, aShipment, bought, buy, draft, userErrorFields } from "../support/purchases.js";
import { aPackage, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  await validate(service, nowhere);
  await validate(service, chicago);
  await validate(service, empireState);
});
beforeEach(() => setPolicy("TELL"));
afterAll(() => service.close());

const nowhere = { ...empireState, lines: ["1 Nowhere Street"] };
const chicago = { ...empireState, lines: ["111 Michigan Ave"], city: "Chicago", region: "IL", postalCode: "60603" };

const setPolicy = async (addressCheckPolicy: string) => {
  const source = `mutation ($input: UpdateShippingSettingsInput!) {
    updateShippingSettings(input: $input) { shippingSettings { addressCheckPolicy } } }`;
  await service.run(source, { input: { addressCheckPolicy } });
};

const messages = "carrierMessages { carrierErrorCode severity text }";
const change = async (name: string, input: object) => {
  const source = `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { payload: ${name}(input: $input) {
    shipment { id } ${messages} userErrors { ${userErrorFields} } } }`;
  return (await service.run(source, { input })).payload;
};
const purchase = async (input: object) => {
  const source = `mutation ($input: PurchaseLabelInput!) { purchaseLabel(input: $input) {
    purchase { id state ${messages} } ${messages} userErrors { ${userErrorFields} } } }`;
  return (await service.run(source, { input: { idempotencyKey: aKey(), ...input } })).purchaseLabel;
};
const rate = async (input: object) => {
  const source = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
    quotes { id } ${messages} userErrors { ${userErrorFields} } } }`;
  const { carrierMessages, ...answer } = (await service.run(source, { input })).shippingRates;
  return { ...answer, carrierMessages: carrierMessages.filter(isOurs) };
};
/** UPS says about every rate that the invoice may differ. */
const isOurs = ({ carrierErrorCode }: { carrierErrorCode: string }) => carrierErrorCode.startsWith("ADDRESS_");

const warning = (carrierErrorCode: string) => ({
  ...{ carrierErrorCode, severity: "WARNING" },
  text: expect.stringMatching(/^UPS knew .* asked on \d{4}-\d\d-\d\d: /),
});

/** Everywhere an address is given for something to be bought, with what is told there. */
const places: Record<string, (shipTo: object) => Promise<unknown[]>> = {
  createShipment: async (shipTo) => (await change("createShipment", aShipment({ shipTo }))).carrierMessages,
  updateShipment: async (shipTo) =>
    (await change("updateShipment", { shipmentId: await draft(service), shipTo })).carrierMessages,
  duplicateShipment: async (shipTo) =>
    (await change("duplicateShipment", { shipmentId: await draft(service), shipTo })).carrierMessages,
  shippingRates: async (shipTo) => (await rate({ shipTo, packages: [aPackage] })).carrierMessages,
  "shippingRates of a draft": async (shipTo) =>
    (await rate({ shipmentId: await draft(service, { shipTo }) })).carrierMessages,
  purchaseLabel: async (shipTo) => (await purchase({ shipment: aShipment({ shipTo }) })).carrierMessages,
  "purchaseLabel of a draft": async (shipTo) =>
    (await purchase({ shipmentId: await draft(service, { shipTo }) })).carrierMessages,
};

describe.each(Object.entries(places))("%s", (_, told) => {
  it("tells what validateAddress found, whoever receives it and however it is written", async () => {
    expect(await told({ ...nowhere, name: "Somebody Else", lines: ["1 NOWHERE street."] })).toEqual([
      warning("ADDRESS_NOT_FOUND"),
    ]);
    expect(await told({ ...chicago, residentialStatus: "RESIDENTIAL" })).toEqual([warning("ADDRESS_AMBIGUOUS")]);
  });

  it("tells nothing of what was found, nor of what nobody asked about", async () => {
    expect(await told(empireState)).toEqual([]);
    expect(await told({ ...empireState, lines: ["2 Nowhere Street"] })).toEqual([]);
    expect(await told({ ...chicago, lines: ["111 N Michigan Ave"] })).toEqual([]);
  });

  it("tells nothing where the policy is IGNORE", async () => {
    await setPolicy("IGNORE");
    expect(await told(nowhere)).toEqual([]);
  });
});

it("a purchase says the same when it is repeated, and when it is read, though the policy is another by then", async () => {
  const input = { idempotencyKey: aKey(), shipment: aShipment({ shipTo: nowhere }) };
  const first = await purchase(input);
  const told = [warning("ADDRESS_NOT_FOUND")];
  expect(first).toMatchObject({ purchase: { state: "PURCHASED", carrierMessages: told }, carrierMessages: told });
  await setPolicy("REFUSE");
  expect(await purchase(input)).toEqual(first);
});

it("a purchase that UPS refuses still says what was known of its address", async () => {
  const shipTo = { ...nowhere, name: "Refused Recipient", company: null };
  const answer = await purchase({ shipment: aShipment({ shipTo }) });
  expect(answer).toMatchObject({ purchase: { state: "REJECTED" }, userErrors: [{ code: "CARRIER_REJECTED" }] });
  expect(answer.carrierMessages).toContainEqual(warning("ADDRESS_NOT_FOUND"));
});

it("a return says so of where it comes from, and is refused there by the policy", async () => {
  const packages = [{ ...aPackage, items: [{ description: "Mug", quantity: 1 }] }];
  const { shipment } = await bought(service, { shipment: aShipment({ shipTo: nowhere, packages }) });
  const goodsBack = async () => {
    const source = `mutation ($input: PurchaseReturnLabelInput!) { purchaseReturnLabel(input: $input) {
      ${messages} userErrors { ${userErrorFields} } } }`;
    const input = { outboundShipmentId: shipment.id, returnService: { kind: "PRINT_RETURN_LABEL" } };
    return (await service.run(source, { input: { ...input, idempotencyKey: aKey() } })).purchaseReturnLabel;
  };
  await setPolicy("REFUSE");
  expect((await goodsBack()).userErrors).toMatchObject([
    { code: "ADDRESS_REFUSED", field: ["input", "outboundShipmentId"], message: expect.stringMatching(/^shipFrom: /) },
  ]);
  await setPolicy("TELL");
  expect((await goodsBack()).carrierMessages).toContainEqual(warning("ADDRESS_NOT_FOUND"));
});

it("asks the carrier for nothing", async () => {
  await service.control.clearRequests();
  await places.createShipment!(nowhere);
  await places.purchaseLabel!(nowhere);
  expect((await service.control.requests()).map(({ operation }) => operation)).toEqual(["SHIP"]);
});

describe("where the policy is REFUSE", () => {
  const refusal = (field: string[], text: RegExp) => [
    {
      code: "ADDRESS_REFUSED",
      field: ["input", ...field],
      message: expect.stringMatching(text),
      carrierErrorCode: null,
    },
  ];

  it("nothing is bought for such an address, and UPS is not asked", async () => {
    const shipmentId = await draft(service, { shipTo: chicago });
    await setPolicy("REFUSE");
    await service.control.clearRequests();
    expect(await buy(service, { shipment: aShipment({ shipTo: nowhere }) })).toEqual({
      ...{ purchase: null, shipment: null },
      userErrors: refusal(["shipment", "shipTo"], /^UPS knew no/),
    });
    const maxTotalPrice = { amount: "99", currencyCode: "USD" };
    expect((await buy(service, { shipmentId, maxTotalPrice })).userErrors).toEqual(
      refusal(["shipmentId"], /^shipTo: UPS knew several/),
    );
    expect(await service.control.requests()).toEqual([]);
  });

  it("its key is free for the corrected address", async () => {
    await setPolicy("REFUSE");
    const idempotencyKey = aKey();
    await buy(service, { idempotencyKey, shipment: aShipment({ shipTo: nowhere }) });
    const { purchase: second } = await buy(service, { idempotencyKey, shipment: aShipment({ shipTo: empireState }) });
    expect(second.state).toBe("PURCHASED");
  });

  it("drafts and rates are made all the same, and told", async () => {
    await setPolicy("REFUSE");
    expect(await places.createShipment!(nowhere)).toEqual([warning("ADDRESS_NOT_FOUND")]);
    expect(await rate({ shipTo: chicago, packages: [aPackage] })).toMatchObject({
      ...{ quotes: expect.arrayContaining([{ id: expect.any(String) }]), userErrors: [] },
      carrierMessages: [warning("ADDRESS_AMBIGUOUS")],
    });
  });
});

it("what was found more than six months ago does not count, nor what another tenant found", async () => {
  const stranger = { tenantId: service.otherTenantId };
  await seedAccount(service, {}, stranger);
  const other = await buy(service, { shipment: aShipment({ shipTo: nowhere }) }, stranger);
  const stored = await service.run(
    "query ($id: ID) { labelPurchase(id: $id) { carrierMessages { text } } }",
    { id: other.purchase.id },
    stranger,
  );
  expect(stored.labelPurchase.carrierMessages).toEqual([]);
  await inTenant(service.database, service.tenantId, (manager) =>
    manager.query("update address_classification set checked_at = now() - interval '7 months'"),
  );
  expect(await places.createShipment!(nowhere)).toEqual([]);
});
