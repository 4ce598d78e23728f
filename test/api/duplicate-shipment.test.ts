import { inTenant } from "../../src/database/tenant-transaction.js";
import { aShipment, bought, draft, userErrorFields, voidShipment } from "../support/purchases.js";
import { toronto } from "../support/rate-setup.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { deleteShipment, refusedWith, shipmentById, storedAddress, updateShipment } from "../support/shipments.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

const source = `mutation ($input: DuplicateShipmentInput!) { duplicateShipment(input: $input) {
  shipment { id status duplicateOf { id } } clearedFields userErrors { ${userErrorFields} } } }`;
const duplicate = async (input: object) => (await service.run(source, { input })).duplicateShipment;
const read = async (id: string) => (await service.run(shipmentById, { id })).shipment;
const duplicateOf = async (id: string) =>
  (await service.run(`query ($id: ID!) { shipment(id: $id) { duplicateOf { id } } }`, { id })).shipment.duplicateOf;

const brooklyn = { ...newYork, lines: ["209 Joralemon St"], city: "Brooklyn", postalCode: "11201" };
/** All that a caller can say of a shipment inside the United States. */
const everything = {
  ...{ reference: "Order 1", orderId: "order-1", options: { signature: "SIGNATURE" } },
  packages: [{ ...aPackage, reference: "Box", items: [{ sku: "MUG", description: "Mug", quantity: 2 }] }, aPackage],
};

/** What a copy has in common with what it was made of. */
const copied = ({ id, number, status, createdAt, purchases, charges, labelsDocument, packages, ...same }: Read) => ({
  ...same,
  packages: packages.map(({ id: _, trackingNumber, trackingUrl, voidState, label, ...pkg }: Read) => pkg),
});
// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
type Read = any;

/** The same shipment in each status that is not passing. */
const originals: Record<string, () => Promise<string>> = {
  "a draft": () => draft(service, everything),
  bought: async () => (await bought(service, { shipment: aShipment(everything) })).shipment.id,
  async voided() {
    const { shipment } = await bought(service, { shipment: aShipment(everything) });
    await voidShipment(service, { shipmentId: shipment.id });
    return shipment.id;
  },
};

describe.each(Object.entries(originals))("duplicateShipment of %s", (_, make) => {
  it("makes a draft of it with the changes, knows where it came from, and buys nothing", async () => {
    const shipmentId = await make();
    const before = await read(shipmentId);
    const requests = (await service.control.requests()).length;
    expect(await duplicate({ shipmentId })).toMatchObject({ clearedFields: [], userErrors: [] });
    const { shipment, userErrors } = await duplicate({ shipmentId, shipTo: brooklyn, reference: "Corrected" });
    expect({ shipment, userErrors }).toEqual({
      shipment: { id: expect.stringMatching(/^shp_/), status: "DRAFT", duplicateOf: { id: shipmentId } },
      userErrors: [],
    });
    const made = await read(shipment.id);
    expect(copied(made)).toEqual({ ...copied(before), reference: "Corrected", shipTo: storedAddress(brooklyn) });
    expect(made.number).not.toBe(before.number);
    expect(await read(shipmentId)).toEqual(before);
    expect((await service.control.requests()).length).toBe(requests);
  });

  it("can be bought as it stands", async () => {
    const { shipment } = await duplicate({ shipmentId: await make(), shipTo: brooklyn });
    expect(await bought(service, { shipmentId: shipment.id })).toMatchObject({ purchase: { state: "PURCHASED" } });
  });
});

it("copies a customs declaration, and an international shipment is corrected by its address alone", async () => {
  const items = [
    {
      ...{ description: "Mug", quantity: 1, hsCode: "691110", originCountryCode: "US" },
      unitValue: { amount: "10", currencyCode: "USD" },
    },
  ];
  const shipment = aShipment({
    ...{ shipTo: toronto, service: "UPS_STANDARD", packages: [{ ...aPackage, items }] },
    customsDeclaration: { reasonForExport: "GIFT" },
  });
  const first = (await bought(service, { shipment })).shipment;
  const made = (await duplicate({ shipmentId: first.id, shipTo: { ...toronto, name: "Back Door" } })).shipment;
  const declared = `query ($id: ID!) { shipment(id: $id) { customsDeclaration { reasonForExport items { description } } } }`;
  expect(await service.run(declared, { id: made.id })).toEqual(await service.run(declared, { id: first.id }));
  expect(await bought(service, { shipmentId: made.id })).toMatchObject({ purchase: { state: "PURCHASED" } });
});

it("does not take over a ship date that has passed", async () => {
  const shipmentId = await draft(service, { shipDate: new Date().toISOString().slice(0, 10) });
  const dateOf = (id: string) =>
    inTenant(service.database, service.tenantId, async (manager) => {
      return (await manager.query("select ship_date::text from shipment where id = $1", [id]))[0].ship_date;
    });
  const fresh = (await duplicate({ shipmentId })).shipment.id;
  expect(await dateOf(fresh)).toBe(await dateOf(shipmentId));
  await inTenant(service.database, service.tenantId, (manager) =>
    manager.query("update shipment set ship_date = '2020-01-01' where id = $1", [shipmentId]),
  );
  const late = await duplicate({ shipmentId });
  expect([await dateOf(late.shipment.id), late.clearedFields]).toEqual([null, ["shipDate"]]);
});

it("takes a clientReference of its own, and refuses one in use", async () => {
  const shipmentId = await draft(service);
  const input = { shipmentId, clientReference: "copy-of-it" };
  expect((await duplicate(input)).userErrors).toEqual([]);
  expect(await duplicate(input)).toMatchObject(refusedWith("CONFLICT", "input.clientReference"));
});

describe("null", () => {
  it("clears what can be empty and tells it, of the copy alone", async () => {
    const shipmentId = await draft(service, { reference: "Order 2", orderId: "order-2", tags: ["fragile"] });
    const { shipment, clearedFields } = await duplicate({ shipmentId, reference: null, orderId: null });
    expect(clearedFields.sort()).toEqual(["orderId", "reference"]);
    expect(await read(shipment.id)).toMatchObject({ reference: null, orderId: null });
    expect(await read(shipmentId)).toMatchObject({ reference: "Order 2", orderId: "order-2" });
    const tags = "query ($id: ID!) { shipment(id: $id) { tags } }";
    expect((await service.run(tags, { id: shipment.id })).shipment.tags).toEqual(["fragile"]);
  });

  it.each(["shipTo", "shipFrom", "packages", "options", "carrierAccountId"])("is refused for %s", async (part) => {
    const answer = await duplicate({ shipmentId: await draft(service), [part]: null });
    expect(answer).toMatchObject({
      shipment: null,
      userErrors: [{ code: "INVALID", field: ["input", part] }],
    });
  });
});

it("of a return stays a return of the same shipment", async () => {
  const packages = [{ ...aPackage, items: [{ description: "Mug", quantity: 1 }] }];
  const outbound = (await bought(service, { shipment: aShipment({ packages }) })).shipment.id;
  const goodsBack = (await buyReturn(service, { outboundShipmentId: outbound })).shipment.id;
  const { shipment } = await duplicate({ shipmentId: goodsBack, shipFrom: brooklyn });
  const fields = "returnService { kind } outboundShipment { id } shipFrom { city }";
  const made = await service.run(`query ($id: ID!) { shipment(id: $id) { ${fields} } }`, { id: shipment.id });
  expect(made.shipment).toEqual({
    returnService: { kind: "PRINT_RETURN_LABEL" },
    outboundShipment: { id: outbound },
    shipFrom: { city: "Brooklyn" },
  });
});

it("checks the whole again, with the paths of its own input, and refuses what is unknown", async () => {
  const shipmentId = await draft(service);
  expect(await duplicate({ shipmentId, shipTo: { ...newYork, countryCode: "XX" } })).toMatchObject({
    shipment: null,
    userErrors: [{ code: "INVALID", field: ["input", "shipTo", "countryCode"] }],
  });
  expect(await duplicate({ shipmentId: "shp_unknown" })).toMatchObject(refusedWith("NOT_FOUND", "input.shipmentId"));
});

it("a draft can be deleted though it was duplicated, and what is bought is told how to be corrected", async () => {
  const shipmentId = await draft(service);
  const made = (await duplicate({ shipmentId })).shipment.id;
  expect((await service.run(deleteShipment, { input: { shipmentId } })).deleteShipment.userErrors).toEqual([]);
  expect(await duplicateOf(made)).toBeNull();
  const { shipment } = await bought(service);
  const { updateShipment: refusal } = await service.run(updateShipment, { input: { shipmentId: shipment.id } });
  expect(refusal.userErrors[0].message).toContain("duplicateShipment");
});
