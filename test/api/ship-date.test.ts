import { inTenant } from "../../src/database/tenant-transaction.js";
import { aShipment, bought, buy, draft, userErrorFields, voidShipment } from "../support/purchases.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { createShipment, refusedWith, updateShipment } from "../support/shipments.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

const hour = 3_600_000;
const dayAt = (offset: number) => new Date(Date.now() + offset).toISOString().slice(0, 10);
/** The earliest day that is not over somewhere, and the one before. */
const earliest = () => dayAt(-12 * hour);
const past = () => dayAt(-36 * hour);

const rate = async (input: object) => {
  const source = `query ($input: ShippingRatesInput!) {
    shippingRates(input: $input) { quotes { id } userErrors { ${userErrorFields} } } }`;
  return (await service.run(source, { input })).shippingRates;
};
const parts = { shipTo: newYork, packages: [aPackage] };

/** Everywhere a ship date is given, with the path at which it is refused. */
const places: [name: string, field: string, give: (shipDate: string) => Promise<{ userErrors: unknown[] }>][] = [
  [
    "createShipment",
    "input.shipDate",
    async (shipDate) => (await service.run(createShipment, { input: aShipment({ shipDate }) })).createShipment,
  ],
  [
    "createShipment without a service",
    "input.shipDate",
    async (shipDate) => (await service.run(createShipment, { input: { ...parts, shipDate } })).createShipment,
  ],
  [
    "updateShipment",
    "input.shipDate",
    async (shipDate) => {
      const input = { shipmentId: await draft(service), shipDate };
      return (await service.run(updateShipment, { input })).updateShipment;
    },
  ],
  [
    "duplicateShipment",
    "input.shipDate",
    async (shipDate) => {
      const source = `mutation ($input: DuplicateShipmentInput!) { duplicateShipment(input: $input) {
        shipment { id } userErrors { ${userErrorFields} } } }`;
      return (await service.run(source, { input: { shipmentId: await draft(service), shipDate } })).duplicateShipment;
    },
  ],
  ["shippingRates", "input.shipDate", (shipDate) => rate({ ...parts, shipDate })],
  ["purchaseLabel", "input.shipment.shipDate", (shipDate) => buy(service, { shipment: aShipment({ shipDate }) })],
  [
    "a return",
    "input.shipment.shipDate",
    (shipDate) => {
      const packages = [{ ...aPackage, items: [{ description: "Mug", quantity: 1 }] }];
      return buyReturn(service, { shipment: { shipFrom: newYork, packages, service: "UPS_GROUND", shipDate } });
    },
  ],
];

describe.each(places)("%s", (_, field, give) => {
  it.each([
    ["the day that has just ended everywhere", past],
    ["a day of last year", () => dayAt(-365 * 24 * hour)],
  ])("refuses %s at its path, once", async (__, day) => {
    expect((await give(day())).userErrors).toEqual(refusedWith("INVALID", field).userErrors);
  });

  it("takes a day that is not over everywhere on earth", async () => {
    expect((await give(earliest())).userErrors).toEqual([]);
  });
});

describe("a ship date of eight days ahead", () => {
  const ahead = (days: number) => dayAt(days * 24 * hour);
  let booked = 0;
  beforeAll(async () => {
    booked = (await service.control.ledger()).length;
  });

  it("is refused before UPS is asked to ship, wherever a service is chosen", async () => {
    const shipDate = ahead(8);
    expect(await buy(service, { shipment: aShipment({ shipDate }) })).toMatchObject(
      refusedWith("INVALID", "input.shipment.shipDate"),
    );
    expect((await service.run(createShipment, { input: aShipment({ shipDate }) })).createShipment).toMatchObject(
      refusedWith("INVALID", "input.shipDate"),
    );
    expect(await service.control.ledger()).toHaveLength(booked);
  });

  it("is kept by a draft without a service, which is told and not bought", async () => {
    const source = `mutation ($input: CreateShipmentInput!) { createShipment(input: $input) {
      shipment { id } userErrors { code } carrierMessages { carrierErrorCode } } }`;
    const { createShipment: made } = await service.run(source, { input: { ...parts, shipDate: ahead(8) } });
    expect(made).toMatchObject({ userErrors: [], carrierMessages: [{ carrierErrorCode: "SHIP_DATE_AHEAD" }] });
    const purchase = await buy(service, { shipmentId: made.shipment.id, service: "UPS_GROUND" });
    expect(purchase).toMatchObject({ purchase: null, userErrors: [{ code: "INVALID" }] });
    expect(await service.control.ledger()).toHaveLength(booked);
  });

  it("is bought a day earlier", async () => {
    const { shipment } = await bought(service, { shipment: aShipment({ shipDate: ahead(7) }) });
    expect(shipment.status).toBe("PURCHASED");
  });
});

const letPass = (id: string) =>
  inTenant(service.database, service.tenantId, (manager) =>
    manager.query("update shipment set ship_date = $2 where id = $1", [id, past()]),
  );

describe("a draft whose day has passed", () => {
  const refusal = [
    {
      ...{ code: "INVALID", field: ["input", "shipmentId"], carrierErrorCode: null },
      message: expect.stringMatching(/^shipDate: .* has passed/),
    },
  ];

  it("is not bought nor priced, and UPS is not asked", async () => {
    const shipmentId = await draft(service, { shipDate: dayAt(0) });
    await letPass(shipmentId);
    const before = (await service.control.requests()).length;
    expect(await buy(service, { shipmentId })).toEqual({ purchase: null, shipment: null, userErrors: refusal });
    expect(await buy(service, { shipmentId, maxTotalPrice: { amount: "99", currencyCode: "USD" } })).toEqual({
      ...{ purchase: null, shipment: null, userErrors: refusal },
    });
    expect(await rate({ shipmentId })).toEqual({ quotes: [], userErrors: refusal });
    expect((await service.control.requests()).length).toBe(before);
  });

  it.each([
    ["another day", () => dayAt(0)],
    ["none", () => null],
  ])("is bought when it is given %s", async (_, day) => {
    const shipmentId = await draft(service, { shipDate: dayAt(0) });
    await letPass(shipmentId);
    await service.run(updateShipment, { input: { shipmentId, shipDate: day() } });
    expect(await bought(service, { shipmentId })).toMatchObject({ shipment: { status: "PURCHASED" } });
  });
});

it("a voided shipment whose day has passed is priced and bought for the day of its purchase", async () => {
  const { shipment } = await bought(service, { shipment: aShipment({ shipDate: dayAt(0) }) });
  await voidShipment(service, { shipmentId: shipment.id });
  await letPass(shipment.id);
  const { quotes } = await rate({ shipmentId: shipment.id });
  expect(await bought(service, { shipmentId: shipment.id, rateQuoteId: quotes[0].id })).toMatchObject({
    shipment: { id: shipment.id, status: "PURCHASED" },
  });
});

describe("what is bought without a chosen day", () => {
  const list = `query ($day: Date!) {
    shipments(filter: { shipDateFrom: $day, shipDateTo: $day }) { nodes { id shipDate } }
    shippingLabels(filter: { shipDateFrom: $day, shipDateTo: $day }) { nodes { shipment { id } } } }`;

  it("is listed with the day on which it was bought, as are its labels", async () => {
    const { shipment } = await bought(service, { shipment: aShipment({}) });
    const waiting = await draft(service);
    const { startedAt } = (
      await service.run("query ($id: ID!) { shipment(id: $id) { purchases { startedAt } } }", { id: shipment.id })
    ).shipment.purchases[0];
    const day = startedAt.slice(0, 10);
    const { shipments, shippingLabels } = await service.run(list, { day });
    expect(shipments.nodes).toContainEqual({ id: shipment.id, shipDate: day });
    expect(shipments.nodes.map(({ id }: { id: string }) => id)).not.toContain(waiting);
    expect(shippingLabels.nodes).toContainEqual({ shipment: { id: shipment.id } });
  });

  it("keeps a later day that was chosen", async () => {
    const shipDate = dayAt(48 * hour);
    const { shipment } = await bought(service, { shipment: aShipment({ shipDate }) });
    expect((await service.run(list, { day: shipDate })).shipments.nodes).toContainEqual({ id: shipment.id, shipDate });
  });
});
