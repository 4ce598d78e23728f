import { aKey, aShipment, bought, buy, draft, purchaseBy } from "../support/purchases.js";
import { aPackage, berlin, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { deleteShipment, refusedWith, shipmentById, storedAddress, updateShipment } from "../support/shipments.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterEach(() => service.control.clearFaults());
afterAll(() => service.close());

const update = async (input: Record<string, unknown>) => (await service.run(updateShipment, { input })).updateShipment;
const read = async (id: string) => (await service.run(shipmentById, { id })).shipment;
const remove = async (shipmentId: string) =>
  (await service.run(deleteShipment, { input: { shipmentId } })).deleteShipment;

const refused = (code: string) => ({
  deletedShipmentId: null,
  userErrors: refusedWith(code, "input.shipmentId").userErrors,
});

describe("updateShipment", () => {
  it("replaces the parts that are given and keeps the others", async () => {
    const shipmentId = await draft(service, { reference: "Order 1", options: { signature: "SIGNATURE" } });
    const before = await read(shipmentId);
    const answer = await update({ shipmentId, shipTo: { ...newYork, name: "Back Door" }, orderId: "order-2" });
    expect(answer).toEqual({
      shipment: { ...before, orderId: "order-2", shipTo: storedAddress({ ...newYork, name: "Back Door" }) },
      userErrors: [],
    });
    expect(await read(shipmentId)).toEqual(answer.shipment);
  });

  it("replaces all packages together", async () => {
    const shipmentId = await draft(service, { packages: [aPackage, aPackage] });
    const before = await read(shipmentId);
    const { shipment } = await update({ shipmentId, packages: [{ ...aPackage, weight: { value: 7, unit: "LB" } }] });
    const [first] = before.packages;
    expect(shipment.packages).toEqual([
      { ...first, id: expect.stringMatching(/^pkg_/), weight: { value: 7, unit: "LB" } },
    ]);
    expect(shipment.packages[0].id).not.toBe(first.id);
  });

  it("clears order and reference with null", async () => {
    const shipmentId = await draft(service, { reference: "Order 1", orderId: "order-1" });
    const { shipment } = await update({ shipmentId, reference: null, orderId: null });
    expect(shipment).toMatchObject({ reference: null, orderId: null });
  });

  it("checks the whole draft again, and changes nothing when it is refused", async () => {
    const shipmentId = await draft(service);
    const before = await read(shipmentId);
    expect(await update({ shipmentId, shipTo: berlin })).toEqual({
      shipment: null,
      userErrors: [
        ...refusedWith("NOT_ALLOWED", "input.service").userErrors,
        ...refusedWith("REQUIRED", "input.packages.0.items").userErrors,
      ],
    });
    expect(await read(shipmentId)).toEqual(before);
  });

  it("drops a quote that may no longer fit", async () => {
    const { shippingRates } = await service.run(
      `query ($input: ShippingRatesInput!) { shippingRates(input: $input) { quotes { id } } }`,
      { input: { shipTo: newYork, packages: [aPackage] } },
    );
    const { createShipment } = await service.run(
      `mutation ($id: ID) { createShipment(input: { rateQuoteId: $id }) { shipment { id charges { estimated { amount } } } } }`,
      { id: shippingRates.quotes[0].id },
    );
    expect(createShipment.shipment.charges.estimated).not.toBeNull();
    const { shipment } = await update({ shipmentId: createShipment.shipment.id, packages: [aPackage, aPackage] });
    expect(shipment.charges.estimated).toBeNull();
  });

  it("refuses what is bought, being bought, or unknown", async () => {
    const { shipment } = await bought(service);
    expect(await update({ shipmentId: shipment.id, shipTo: newYork })).toEqual(
      refusedWith("NOT_ALLOWED", "input.shipmentId"),
    );
    await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
    const { shipment: open } = await buy(service);
    expect(await update({ shipmentId: open.id, shipTo: newYork })).toEqual(
      refusedWith("NOT_ALLOWED", "input.shipmentId"),
    );
    expect(await update({ shipmentId: "shp_unknown" })).toEqual(refusedWith("NOT_FOUND", "input.shipmentId"));
  });
});

describe("deleteShipment", () => {
  it("deletes a draft with its packages", async () => {
    const shipmentId = await draft(service, {
      packages: [{ ...aPackage, items: [{ description: "Mug", quantity: 1 }] }],
    });
    expect(await remove(shipmentId)).toEqual({ deletedShipmentId: shipmentId, userErrors: [] });
    expect(await read(shipmentId)).toBeNull();
    expect(await remove(shipmentId)).toEqual(refused("NOT_FOUND"));
  });

  it("deletes a draft that UPS refused to sell, with that try", async () => {
    const shipTo = { ...newYork, name: "Refused Recipient", company: null };
    const { purchase, shipment } = await buy(service, { shipment: aShipment({ shipTo }) });
    expect(await remove(shipment.id)).toEqual({ deletedShipmentId: shipment.id, userErrors: [] });
    expect(await purchaseBy(service, { id: purchase.id })).toBeNull();
  });

  it("deletes a draft whose purchase provably never reached UPS", async () => {
    await service.control.addFault({ operation: "SHIP", kind: "RATE_LIMIT", times: 3 });
    const { purchase, shipment } = await buy(service);
    expect(purchase.state).toBe("NOT_CREATED");
    expect(await remove(shipment.id)).toEqual({ deletedShipmentId: shipment.id, userErrors: [] });
  });

  it("keeps a draft that UPS is still watched for", async () => {
    await service.control.addFault({ operation: "SHIP", kind: "RESET_BEFORE" });
    const { purchase, shipment } = await buy(service, { idempotencyKey: aKey() });
    await service.run(
      `mutation ($id: ID!) { resolvePurchase(input: { purchaseId: $id, decision: NOT_CREATED }) { userErrors { message } } }`,
      { id: purchase.id },
    );
    expect(await read(shipment.id)).toMatchObject({ status: "DRAFT" });
    expect(await remove(shipment.id)).toEqual(refused("NOT_ALLOWED"));
  });

  it("refuses what is bought", async () => {
    const { shipment } = await bought(service);
    expect(await remove(shipment.id)).toEqual(refused("NOT_ALLOWED"));
    const { deleteShipment: told } = await service.run(
      `mutation ($id: ID!) { deleteShipment(input: { shipmentId: $id }) { userErrors { message } } }`,
      { id: shipment.id },
    );
    expect(told.userErrors).toEqual([{ message: "Only drafts can be deleted; this one is PURCHASED and is kept." }]);
    expect(await read(shipment.id)).toMatchObject({ status: "PURCHASED" });
  });
});
