import { aShipment, bought, buy, draft } from "../support/purchases.js";
import { buyReturn } from "../support/returns.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
beforeEach(() => service.control.clearFaults());
afterAll(() => service.close());

const refuseShip = (code: string) => service.control.addFault({ operation: "SHIP", kind: "REFUSE", code });
const said = (code: string) => `Refused with ${code} on request.`;

it.each([
  ["120207", "input.shipment.shipTo.postalCode"],
  ["120206", "input.shipment.shipTo.region"],
  ["120205", "input.shipment.shipTo.city"],
  ["120208", "input.shipment.shipTo.countryCode"],
  ["120202", "input.shipment.shipTo.lines"],
  ["120209", "input.shipment.shipTo.phone"],
  ["120307", "input.shipment.shipFrom.postalCode"],
  ["120317", "input.shipment.shipFrom.countryCode"],
  ["121285", "input.shipment.shipTo.postalCode"],
  ["121286", "input.shipment.shipTo.region"],
  ["121210", "input.shipment.service"],
  ["128068", "input.shipment.customsDeclaration.incoterm"],
  ["999999", null],
])("a purchase that UPS refuses with %s is told at %s", async (code, field) => {
  await refuseShip(code);
  const { purchase, userErrors } = await buy(service, { shipment: aShipment() });
  expect(userErrors).toMatchObject([
    { code: "CARRIER_REJECTED", field: field?.split(".") ?? null, message: said(code), carrierErrorCode: code },
  ]);
  expect(purchase.state).toBe("REJECTED");
});

it("tells it of a draft that is named by its id, with the place in the words", async () => {
  const id = await draft(service);
  await refuseShip("120207");
  const { userErrors } = await buy(service, { shipmentId: id });
  expect(userErrors).toMatchObject([
    { code: "CARRIER_REJECTED", field: ["input", "shipmentId"], message: `shipTo.postalCode: ${said("120207")}` },
  ]);
});

it("tells it of a return at the outbound that it is made of", async () => {
  const outbound = await bought(service);
  await refuseShip("120305");
  const { userErrors } = await buyReturn(service, { outboundShipmentId: outbound.shipment.id });
  expect(userErrors).toMatchObject([
    { field: ["input", "outboundShipmentId"], message: `shipFrom.city: ${said("120305")}`, carrierErrorCode: "120305" },
  ]);
});

it.each(["120100", "120120", "120121", "120122", "120412"])(
  "a purchase that UPS refuses with %s says that the account is not ready",
  async (code) => {
    await refuseShip(code);
    const { userErrors } = await buy(service, { shipment: aShipment() });
    expect(userErrors).toMatchObject([{ code: "ACCOUNT_NOT_READY", field: null, carrierErrorCode: code }]);
  },
);

it("tells a price that UPS refuses where the address is at fault", async () => {
  await service.control.addFault({ operation: "RATE", kind: "REFUSE", code: "111285" });
  const maxTotalPrice = { amount: "999.00", currencyCode: "USD" };
  const { purchase, userErrors } = await buy(service, { shipment: aShipment(), maxTotalPrice });
  expect(purchase).toBeNull();
  expect(userErrors).toMatchObject([
    { code: "CARRIER_REJECTED", field: ["input", "shipment", "shipTo", "postalCode"], carrierErrorCode: "111285" },
  ]);
});
