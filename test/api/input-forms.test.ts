import { codesAndFields } from "../support/accounts.js";
import { aShipment, buy } from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let account: string;
beforeAll(async () => {
  service = await startTestService();
  account = await seedAccount(service);
});
beforeEach(() => service.control.clearRequests());
afterAll(() => service.close());

const place = "lines city region postalCode countryCode phone";
const run = async (name: string, type: string, input: object, selection: string) => {
  const kind = name.startsWith("create") ? "mutation" : "query";
  const source = `${kind}($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field } } }`;
  return (await service.run(source, { input }))[name];
};
const rate = (shipTo: object, over: object = {}) =>
  run(
    "shippingRates",
    "ShippingRatesInput",
    { carrierAccountId: account, shipTo, packages: [aPackage], ...over },
    "quotes { id service { code } }",
  );
const sentTo = async () => {
  const [request] = await service.control.requests();
  const body = request?.body as { RateRequest: { Shipment: { ShipTo: { Address: object } } } };
  return body.RateRequest.Shipment.ShipTo.Address;
};
const london = {
  ...{ company: "City Hall", name: "Reception", lines: ["Victoria Dock Road"], city: "London" },
  ...{ postalCode: "e161ze", countryCode: "GB", phone: "+442079834000" },
};

it.each(["US-NY", "us-ny", "New York", "NY"])("prices and buys to the region %s", async (region) => {
  const shipTo = { ...newYork, region };
  const { quotes, userErrors } = await rate(shipTo);
  expect(userErrors).toEqual([]);
  expect(quotes.length).toBeGreaterThan(0);
  expect(await sentTo()).toMatchObject({ StateProvinceCode: "NY" });
  const bought = await buy(service, {
    shipment: aShipment({ carrierAccountId: account, shipTo, service: "UPS_GROUND" }),
  });
  expect([bought.userErrors, bought.purchase?.state]).toEqual([[], "PURCHASED"]);
});

it("refuses alike, when priced and when bought, a region that is none", async () => {
  const shipTo = { ...newYork, region: "CA-ON" };
  expect(codesAndFields(await rate(shipTo))).toEqual([["INVALID", "input.shipTo.region"]]);
  const bought = await buy(service, {
    shipment: aShipment({ carrierAccountId: account, shipTo, service: "UPS_GROUND" }),
  });
  expect(codesAndFields(bought)).toEqual([["INVALID", "input.shipment.shipTo.region"]]);
});

it("sends a British postal code as the British write it", async () => {
  const { quotes, userErrors } = await rate(london);
  expect(userErrors).toEqual([]);
  expect(quotes.length).toBeGreaterThan(0);
  expect(await sentTo()).toMatchObject({ PostalCode: "E16 1ZE" });
});

it.each(["5550100", "0", "2125550100 ext. 12345"])("refuses the phone %s before UPS does", async (phone) => {
  const shipTo = { ...newYork, phone };
  const shipment = aShipment({ carrierAccountId: account, shipTo, service: "UPS_NEXT_DAY_AIR_EARLY" });
  expect((await buy(service, { shipment })).userErrors).toMatchObject([
    { code: phone.includes("ext") ? "TOO_LONG" : "INVALID", field: ["input", "shipment", "shipTo", "phone"] },
  ]);
  expect(await service.control.requests()).toEqual([]);
});

it("sends an extension apart", async () => {
  const shipTo = { ...newYork, phone: "+1 (212) 555-0100 ext. 77" };
  const shipment = aShipment({ carrierAccountId: account, shipTo, service: "UPS_NEXT_DAY_AIR_EARLY" });
  expect((await buy(service, { shipment })).purchase?.state).toBe("PURCHASED");
  const ship = (await service.control.requests()).find(({ operation }) => operation === "SHIP");
  expect(ship?.body).toMatchObject({
    ShipmentRequest: { Shipment: { ShipTo: { Phone: { Number: "2125550100", Extension: "77" } } } },
  });
});

it("refuses a ZIP code that has lost its zero, and asks nobody", async () => {
  const boston = { ...newYork, city: "Boston", region: "MA", postalCode: "2116" };
  expect(codesAndFields(await rate(boston))).toEqual([["INVALID", "input.shipTo.postalCode"]]);
  expect(await service.control.requests()).toEqual([]);
});

it("buys with a quote of the same place, written otherwise", async () => {
  const { quotes } = await rate({ ...newYork, region: "US-NY", postalCode: "10007 1234" });
  const ground = quotes.find(({ service: { code } }: { service: { code: string } }) => code === "UPS_GROUND");
  const shipTo = { ...newYork, region: "New York", postalCode: "100071234" };
  const bought = await buy(service, { shipment: aShipment({ rateQuoteId: ground.id, shipTo, service: undefined }) });
  expect([bought.userErrors, bought.purchase?.state]).toEqual([[], "PURCHASED"]);
});

it("keeps a draft's addresses in one form", async () => {
  const input = aShipment({
    carrierAccountId: account,
    shipTo: { ...newYork, region: "US-NY", postalCode: "100071234" },
  });
  const { shipment, userErrors } = await run(
    "createShipment",
    "CreateShipmentInput",
    input,
    `shipment { shipTo { ${place} } }`,
  );
  expect(userErrors).toEqual([]);
  expect(shipment.shipTo).toMatchObject({ region: "NY", postalCode: "10007-1234" });
});

it("refuses an account's address in words of its own", async () => {
  const refused = seedAccount(service, { address: { ...newYork, region: "Ontario" } });
  await expect(refused).rejects.toThrow("region");
  expect(await seedAccount(service, { address: { ...newYork, region: "US-NY" } })).toMatch(/^cac_/);
});

it.each([
  ["GB", "e161ze", []],
  ["GB", "E16", [["INVALID", "input.address.postalCode"]]],
  ["DE", "D-10117", []],
  ["PL", "00950", []],
])("validates the form of a postal code of %s, %s", async (countryCode, postalCode, expected) => {
  const checked = await run(
    "validateAddress",
    "ValidateAddressInput",
    { address: { ...london, countryCode, postalCode } },
    "addressValidation { status }",
  );
  expect(codesAndFields(checked)).toEqual(expected);
});

it("looks for locations in a region however it is written", async () => {
  const near = (address: object) =>
    run("carrierLocations", "CarrierLocationsInput", { carrierAccountId: account, address }, "results { distance }");
  expect((await near({ ...newYork, region: "US-NY", postalCode: "100071234" })).userErrors).toEqual([]);
  expect(codesAndFields(await near({ ...newYork, postalCode: "1000" }))).toEqual([
    ["INVALID", "input.address.postalCode"],
  ]);
});
