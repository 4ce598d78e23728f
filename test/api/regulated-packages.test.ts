import { changeAccount, codesAndFields } from "../support/accounts.js";
import { aKey, aShipment, buy, draft } from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let ordinary: string;
let licensed: string;
beforeAll(async () => {
  service = await startTestService();
  ordinary = await seedAccount(service);
  licensed = await seedAccount(service, { shipsRegulatedItems: true });
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

const regulated = { ...aPackage, containsRegulatedItems: true };
const packages = [{ ...aPackage, containsRegulatedItems: false }, regulated];
const asked = async () => (await service.control.requests()).map(({ operation }) => operation);

async function rates(carrierAccountId: string) {
  const source = `query($input: ShippingRatesInput!) {
    shippingRates(input: $input) { quotes { id } userErrors { code message field } } }`;
  return (await service.run(source, { input: { carrierAccountId, shipTo: newYork, packages } })).shippingRates;
}

async function create(input: Record<string, unknown>) {
  const source = `mutation($input: CreateShipmentInput!) { createShipment(input: $input) {
    shipment { id packages { containsRegulatedItems } } userErrors { code message field } } }`;
  return (await service.run(source, { input: aShipment(input) })).createShipment;
}

it("refuses regulated goods with an account that is not for them, and asks the carrier nothing", async () => {
  const refusal = [["OPTION_NOT_ALLOWED", "input.packages.1.containsRegulatedItems"]];
  expect(codesAndFields(await rates(ordinary))).toEqual(refusal);
  expect(codesAndFields(await create({ carrierAccountId: ordinary, packages }))).toEqual(refusal);
  const inline = await buy(service, { shipment: aShipment({ carrierAccountId: ordinary, packages }) });
  expect(codesAndFields(inline)).toEqual([["OPTION_NOT_ALLOWED", "input.shipment.packages.1.containsRegulatedItems"]]);
  expect(await asked()).toEqual([]);
});

it("rates, keeps and buys them with an account that is", async () => {
  expect((await rates(licensed)).quotes.length).toBeGreaterThan(0);
  const { shipment, userErrors } = await create({ carrierAccountId: licensed, packages });
  expect(userErrors).toEqual([]);
  expect(shipment.packages).toEqual([{ containsRegulatedItems: false }, { containsRegulatedItems: true }]);
  const bought = await buy(service, { shipmentId: shipment.id });
  expect(bought.purchase?.state).toBe("PURCHASED");
});

it("refuses a draft of regulated goods once its account is for them no more", async () => {
  const account = await seedAccount(service, { shipsRegulatedItems: true });
  const shipmentId = await draft(service, { carrierAccountId: account, packages: [regulated] });
  await changeAccount(service, "updateCarrierAccount", { carrierAccountId: account, shipsRegulatedItems: false });
  await service.control.clearRequests();
  const refused = await buy(service, { shipmentId, idempotencyKey: aKey() });
  expect(codesAndFields(refused)).toEqual([["OPTION_NOT_ALLOWED", "input.shipmentId"]]);
  expect(refused.userErrors[0].message).toContain("packages.0.containsRegulatedItems");
  expect(await asked()).toEqual([]);
});

it("asks nothing more of packages that say nothing of it", async () => {
  const { shipment } = await create({ carrierAccountId: ordinary });
  expect(shipment.packages).toEqual([{ containsRegulatedItems: false }]);
});
