import { inTenant } from "../../src/database/tenant-transaction.js";
import { aShipment, bought, buy, draft } from "../support/purchases.js";
import { addMethod, shippingRates } from "../support/rate-setup.js";
import { aPackage, berlin, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let methodId: string;
let plainMethodId: string;
beforeAll(async () => {
  service = await startTestService();
  const accountId = await seedAccount(service);
  methodId = (await addMethod(service, accountId, { service: "UPS_GROUND", collectOnDelivery: true })).id;
  plainMethodId = (await addMethod(service, accountId, { service: "UPS_GROUND" })).id;
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

const collectOnDelivery = { amount: "100", currencyCode: "USD" };
const packages = [aPackage, aPackage, aPackage];
const { service: _, ...unchosen } = aShipment({ packages });
const rate = async (input: object) =>
  (await service.run(shippingRates, { input: { shipTo: newYork, packages, ...input } })).shippingRates;
const errorsOf = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => [code, field.join(".")]);

const optionFields =
  "collectOnDelivery { amount currencyCode } collectOnDeliveryFunds notifications { event emails memo }";
const optionsOf = async (id: string) =>
  (await service.run(`query ($id: ID!) { shipment(id: $id) { options { ${optionFields} } } }`, { id })).shipment
    .options;

/** As UPS saw it. */
type Asked = Record<
  string,
  {
    Shipment: {
      Package: { PackageServiceOptions?: { COD?: object } }[];
      ShipmentServiceOptions?: { Notification: { NotificationCode: string }[] };
    };
  }
>;

/** Amounts of the packages as the simulator was asked for them. */
async function amountsAsked(operation: "RATE" | "SHIP") {
  const root = operation === "RATE" ? "RateRequest" : "ShipmentRequest";
  const requests = (await service.control.requests()).filter((request) => request.operation === operation);
  return requests.map(({ body }) =>
    (body as Asked)[root]?.Shipment.Package.map(({ PackageServiceOptions }) => PackageServiceOptions?.COD),
  );
}
const cod = (MonetaryValue: string, CODFundsCode = "8") => ({
  CODFundsCode,
  CODAmount: { CurrencyCode: "USD", MonetaryValue },
});

it("is priced, bought as quoted, shared to the cent, and leaves the turn-in page", async () => {
  const options = { collectOnDelivery, collectOnDeliveryFunds: "CASHIERS_CHECK" };
  const [quote] = (await rate({ shippingMethodIds: [methodId], options })).quotes;
  expect(quote.carrierPrice.charges).toContainEqual({
    ...{ carrierChargeCode: "110", kind: "COLLECT_ON_DELIVERY", name: "Collect on delivery" },
    amount: { amount: "52.50", currencyCode: "USD" },
  });
  const { shipment, purchase } = await bought(service, { shipment: {}, rateQuoteId: quote.id });
  expect(purchase.charges).toEqual(quote.price);
  const shares = [cod("33.34"), cod("33.33"), cod("33.33")];
  // Once for the quote, and once for its price just before it is bought.
  expect(await amountsAsked("RATE")).toEqual([shares, shares]);
  expect(await amountsAsked("SHIP")).toEqual([shares]);
  expect(await optionsOf(shipment.id)).toEqual({
    ...{ collectOnDelivery: { amount: "100", currencyCode: "USD" }, collectOnDeliveryFunds: "CASHIERS_CHECK" },
    notifications: [],
  });
  const source = "query ($id: ID!) { shipment(id: $id) { documents { kind origin name } } }";
  expect((await service.run(source, { id: shipment.id })).shipment.documents).toEqual([
    { kind: "COD_TURN_IN", origin: "CARRIER", name: "cod-turn-in.html" },
  ]);
});

it("is refused with a method that does not collect, in prices and purchases, before UPS is asked", async () => {
  const options = { collectOnDelivery };
  const refused = [["OPTION_NOT_ALLOWED", "input.options.collectOnDelivery"]];
  expect(errorsOf(await rate({ shippingMethodIds: [plainMethodId], options }))).toEqual(refused);
  const shipment = { ...unchosen, shippingMethodId: plainMethodId, options };
  expect(errorsOf(await buy(service, { shipment }))).toEqual([
    ["OPTION_NOT_ALLOWED", "input.shipment.options.collectOnDelivery"],
  ]);
  expect(await service.control.requests()).toEqual([]);
});

it("is a row beside the prices of the methods that do collect", async () => {
  const { quotes, unavailable } = await rate({
    shippingMethodIds: [methodId, plainMethodId],
    options: { collectOnDelivery },
  });
  expect(quotes).toMatchObject([{ shippingMethod: { id: methodId } }]);
  expect(unavailable).toEqual([
    {
      ...{ shippingMethod: { id: plainMethodId }, service: null, reason: "OPTION_NOT_ALLOWED" },
      message: "The shipping method does not allow Collect on Delivery.",
    },
  ]);
});

it.each([
  ["to Germany", { shipTo: berlin }, "OPTION_NOT_ALLOWED", "collectOnDelivery"],
  [
    "in cash",
    { options: { collectOnDelivery, collectOnDeliveryFunds: "CASH" } },
    "OPTION_NOT_ALLOWED",
    "collectOnDeliveryFunds",
  ],
  ["of funds without an amount", { options: { collectOnDeliveryFunds: "CASH" } }, "INVALID", "collectOnDeliveryFunds"],
  [
    "with a signature",
    { options: { collectOnDelivery, signature: "SIGNATURE" } },
    "OPTION_NOT_ALLOWED",
    "collectOnDelivery",
  ],
  [
    "of nothing",
    { options: { collectOnDelivery: { amount: "0", currencyCode: "USD" } } },
    "INVALID",
    "collectOnDelivery.amount",
  ],
  [
    "in euros",
    { options: { collectOnDelivery: { amount: "10", currencyCode: "EUR" } } },
    "INVALID",
    "collectOnDelivery.currencyCode",
  ],
])("is refused %s before UPS is asked", async (_what, parts, code, place) => {
  const answer = await rate({ shippingMethodIds: [methodId], options: { collectOnDelivery }, ...parts });
  expect(errorsOf(answer)).toEqual([[code, `input.options.${place}`]]);
  expect(await service.control.requests()).toEqual([]);
});

it("is kept in a draft, changed, and taken back with null", async () => {
  const options = { collectOnDelivery };
  const shipmentId = await draft(service, { ...unchosen, shippingMethodId: methodId, options });
  const change = (changed: object) =>
    service.run(
      `mutation ($input: UpdateShipmentInput!) { updateShipment(input: $input) { shipment { options { ${optionFields} } } userErrors { code } } }`,
      { input: { shipmentId, options: changed } },
    );
  const kept = {
    collectOnDelivery: { amount: "100", currencyCode: "USD" },
    collectOnDeliveryFunds: "ANY_CHECK",
    notifications: [],
  };
  expect(await optionsOf(shipmentId)).toEqual(kept);
  expect((await change({ isSaturdayDelivery: false })).updateShipment.shipment.options).toEqual(kept);
  expect((await change({ collectOnDelivery: null })).updateShipment.shipment.options).toEqual({
    ...{ collectOnDelivery: null, collectOnDeliveryFunds: null, notifications: [] },
  });
});

describe("notifications", () => {
  const notifications = [
    { event: "SHIPPED", emails: ["ada@example.com"], memo: "Thank you" },
    { event: "DELIVERED", emails: ["ada@example.com", "grace@example.com"], memo: null },
  ];

  it("go to UPS with the purchase, and are read back", async () => {
    const { shipment } = await bought(service, { shipment: aShipment({ options: { notifications } }) });
    expect((await optionsOf(shipment.id)).notifications).toEqual(notifications);
    const [ship] = (await service.control.requests()).filter(({ operation }) => operation === "SHIP");
    const options = (ship!.body as Asked).ShipmentRequest?.Shipment.ShipmentServiceOptions;
    expect(options?.Notification.map((notification) => notification.NotificationCode)).toEqual(["6", "8"]);
  });

  it("do not make a quote another one", async () => {
    const { quotes } = await rate({ shippingMethodIds: [methodId] });
    await bought(service, { shipment: { options: { notifications } }, rateQuoteId: quotes[0].id });
  });

  it("name the address that is none", async () => {
    const options = { notifications: [{ event: "SHIPPED", emails: ["ada@example.com", "nobody"] }] };
    expect(errorsOf(await buy(service, { shipment: aShipment({ options }) }))).toEqual([
      ["INVALID", "input.shipment.options.notifications.0.emails.1"],
    ]);
    expect(await service.control.requests()).toEqual([]);
  });
});

it("loads drafts and quotes that were stored before these options", async () => {
  const shipmentId = await draft(service);
  const strip = "options - 'collectOnDelivery' - 'collectOnDeliveryFunds' - 'notifications'";
  const [{ id: rateQuoteId }] = (await rate({ shippingMethodIds: [plainMethodId] })).quotes;
  await inTenant(service.database, service.tenantId, async (manager) => {
    await manager.query(`update shipment set options = ${strip} where id = $1`, [shipmentId]);
    await manager.query(
      `update rate_quote set details = jsonb_set(details, '{options}', (details->'options') - 'collectOnDelivery' - 'collectOnDeliveryFunds' - 'notifications') where id = $1`,
      [rateQuoteId],
    );
  });
  expect(await optionsOf(shipmentId)).toEqual({
    collectOnDelivery: null,
    collectOnDeliveryFunds: null,
    notifications: [],
  });
  await bought(service, { shipmentId });
  await bought(service, { shipment: {}, rateQuoteId });
});
