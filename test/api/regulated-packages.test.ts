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

const batteries = {
  regulation: "CFR",
  transportMode: "GROUND",
  substances: [
    { level: "LIGHTLY_REGULATED", properShippingName: "Lithium ion batteries", identificationNumber: "UN3480" },
  ],
};
const undeclared = { ...aPackage, containsRegulatedItems: true };
const regulated = { ...undeclared, dangerousGoods: batteries };
const packages = [{ ...aPackage, containsRegulatedItems: false }, regulated];
const asked = async () => (await service.control.requests()).map(({ operation }) => operation);

async function rates(carrierAccountId: string, asked: object[] = packages) {
  const source = `query($input: ShippingRatesInput!) {
    shippingRates(input: $input) { quotes { id service { code } } userErrors { code message field } } }`;
  return (await service.run(source, { input: { carrierAccountId, shipTo: newYork, packages: asked } })).shippingRates;
}

async function create(input: Record<string, unknown>) {
  const source = `mutation($input: CreateShipmentInput!) { createShipment(input: $input) {
    shipment { id packages { containsRegulatedItems dangerousGoods { regulation substances { identificationNumber } } } }
    userErrors { code message field } } }`;
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
  expect(shipment.packages).toEqual([
    { containsRegulatedItems: false, dangerousGoods: null },
    {
      containsRegulatedItems: true,
      dangerousGoods: { regulation: "CFR", substances: [{ identificationNumber: "UN3480" }] },
    },
  ]);
  const bought = await buy(service, { shipmentId: shipment.id });
  expect(bought.purchase?.state).toBe("PURCHASED");
  const ship = (await service.control.requests()).find(({ operation }) => operation === "SHIP");
  expect(ship?.body).toHaveProperty("ShipmentRequest.Shipment.Package.1.PackageServiceOptions", {
    PackageIdentifier: "2",
    HazMat: [
      {
        ...{ ChemicalRecordIdentifier: "1", CommodityRegulatedLevelCode: "LR", IDNumber: "UN3480" },
        ...{ ProperShippingName: "Lithium ion batteries", RegulationSet: "CFR", TransportationMode: "Ground" },
      },
    ],
  });
});

it("ships none of them as ordinary goods: undeclared they are refused, and nobody is asked", async () => {
  const refusal = [["REQUIRED", "input.packages.0.dangerousGoods"]];
  expect(codesAndFields(await rates(licensed, [undeclared]))).toEqual(refusal);
  expect(codesAndFields(await create({ carrierAccountId: licensed, packages: [undeclared] }))).toEqual(refusal);
  const bought = await buy(service, { shipment: aShipment({ carrierAccountId: licensed, packages: [undeclared] }) });
  expect(codesAndFields(bought)).toEqual([["REQUIRED", "input.shipment.packages.0.dangerousGoods"]]);
  expect(await asked()).toEqual([]);
});

it("takes a declaration for the mark", async () => {
  const declared = { ...aPackage, dangerousGoods: batteries };
  expect(codesAndFields(await rates(ordinary, [declared]))).toEqual([
    ["OPTION_NOT_ALLOWED", "input.packages.0.containsRegulatedItems"],
  ]);
  const { shipment } = await create({ carrierAccountId: licensed, packages: [declared] });
  expect(shipment.packages).toMatchObject([{ containsRegulatedItems: true }]);
});

it("offers and sells only services that go the way they were prepared for", async () => {
  const { quotes } = await rates(licensed, [regulated]);
  expect(quotes.map(({ service: { code } }: { service: { code: string } }) => code).sort()).toEqual([
    "UPS_3_DAY_SELECT",
    "UPS_GROUND",
  ]);
  const byAir = aShipment({ carrierAccountId: licensed, packages: [regulated], service: "UPS_NEXT_DAY_AIR" });
  expect(codesAndFields(await buy(service, { shipment: byAir }))).toEqual([
    ["NOT_ALLOWED", "input.shipment.packages.0.dangerousGoods.transportMode"],
  ]);
});

it("buys with a quote of the same goods, and not of others", async () => {
  const { quotes } = await rates(licensed, [regulated]);
  const rateQuoteId = quotes.find(({ service: { code } }: { service: { code: string } }) => code === "UPS_GROUND").id;
  const other = { ...batteries, substances: [{ ...batteries.substances[0], identificationNumber: "UN3481" }] };
  const changed = aShipment({ rateQuoteId, packages: [{ ...regulated, dangerousGoods: other }], service: undefined });
  expect(codesAndFields(await buy(service, { shipment: changed }))).toEqual([
    ["QUOTE_MISMATCH", "input.shipment.rateQuoteId"],
  ]);
  const same = aShipment({ rateQuoteId, packages: [regulated], service: undefined });
  expect((await buy(service, { shipment: same })).purchase?.state).toBe("PURCHASED");
});

it("declares dry ice", async () => {
  const dryIce = { regulation: "CFR", dryIce: { weight: { value: 1, unit: "LB" }, isForMedicalUse: true } };
  const shipment = aShipment({ carrierAccountId: licensed, packages: [{ ...aPackage, dangerousGoods: dryIce }] });
  expect((await buy(service, { shipment })).purchase?.state).toBe("PURCHASED");
  const ship = (await service.control.requests()).find(({ operation }) => operation === "SHIP");
  expect(JSON.stringify(ship?.body)).toContain('"DryIce":{"RegulationSet":"CFR"');
});

it("copies what was declared", async () => {
  const shipmentId = await draft(service, { carrierAccountId: licensed, packages: [regulated] });
  const source = `mutation($input: DuplicateShipmentInput!) { duplicateShipment(input: $input) {
    shipment { packages { dangerousGoods { transportMode substances { properShippingName } } } } userErrors { code } } }`;
  const { duplicateShipment } = await service.run(source, { input: { shipmentId } });
  expect(duplicateShipment.shipment.packages).toEqual([
    { dangerousGoods: { transportMode: "GROUND", substances: [{ properShippingName: "Lithium ion batteries" }] } },
  ]);
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
  expect(shipment.packages).toEqual([{ containsRegulatedItems: false, dangerousGoods: null }]);
});

it("brings no dangerous goods back", async () => {
  const carrierAccountId = licensed;
  const options = { generateReturnLabel: true };
  const withReturn = await buy(service, { shipment: aShipment({ carrierAccountId, packages: [regulated], options }) });
  expect(codesAndFields(withReturn)).toEqual([["OPTION_NOT_ALLOWED", "input.shipment.options.generateReturnLabel"]]);
  const { shipment } = await buy(service, { shipment: aShipment({ carrierAccountId, packages: [regulated] }) });
  const source = `mutation($input: PurchaseReturnLabelInput!) { purchaseReturnLabel(input: $input) {
    purchase { state } userErrors { code message field } } }`;
  const input = {
    idempotencyKey: aKey(),
    outboundShipmentId: shipment.id,
    returnService: { kind: "PRINT_RETURN_LABEL" },
  };
  const { purchaseReturnLabel } = await service.run(source, { input });
  expect(codesAndFields(purchaseReturnLabel)).toEqual([["NOT_ALLOWED", "input.outboundShipmentId"]]);
});
