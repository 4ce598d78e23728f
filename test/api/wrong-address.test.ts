import { aKey, aShipment, bought, buy, draft, userErrorFields } from "../support/purchases.js";
import { buyReturn } from "../support/returns.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterAll(() => service.close());

const brooklyn = { ...newYork, lines: ["209 Joralemon St"], city: "Brooklyn", postalCode: "11201" };
const voidFor = async (input: object) => {
  const source = `mutation ($input: VoidShipmentInput!) { voidShipment(input: $input) {
    shipment { id number status purchases { voidReason } } userErrors { ${userErrorFields} } } }`;
  return (await service.run(source, { input })).voidShipment;
};
const messages = "carrierMessages { carrierErrorCode severity text }";
const duplicate = async (input: object) => {
  const source = `mutation ($input: DuplicateShipmentInput!) { duplicateShipment(input: $input) {
    shipment { id } ${messages} userErrors { ${userErrorFields} } } }`;
  return (await service.run(source, { input })).duplicateShipment;
};
/** Bought and voided because of its address. */
const voided = async (parts: Record<string, unknown> = {}, reason = "WRONG_ADDRESS") => {
  const { shipment } = await bought(service, { shipment: aShipment(parts) });
  return (await voidFor({ shipmentId: shipment.id, reason })).shipment;
};
const refusal = (number: string, field: string[], place = "") => ({
  ...{ purchase: null, shipment: null },
  userErrors: [
    {
      ...{ code: "ADDRESS_REFUSED", field: ["input", ...field], carrierErrorCode: null },
      message: expect.stringContaining(`${place}Shipment ${number} to this address was voided as WRONG_ADDRESS`),
    },
  ],
});

describe("labels voided as WRONG_ADDRESS", () => {
  it("are not bought again for that address by the shipment itself, and UPS is not asked", async () => {
    const { id, number, status, purchases } = await voided();
    expect([status, purchases]).toEqual(["VOIDED", [{ voidReason: "WRONG_ADDRESS" }]]);
    await service.control.clearRequests();
    expect(await buy(service, { shipmentId: id })).toEqual(refusal(number, ["shipmentId"], "shipTo: "));
    expect(await service.control.requests()).toEqual([]);
  });

  it("are not bought by a copy, nor a copy of a copy, until the address is corrected", async () => {
    const { id, number } = await voided();
    const copy = await duplicate({ shipmentId: id, reference: "Again" });
    expect(copy.carrierMessages).toEqual([
      {
        ...{ carrierErrorCode: "ADDRESS_KNOWN_WRONG", severity: "WARNING" },
        text: expect.stringContaining(`Shipment ${number} `),
      },
    ]);
    const second = await duplicate({
      shipmentId: copy.shipment.id,
      shipTo: { ...newYork, lines: ["CITY HALL PARK."] },
    });
    for (const shipmentId of [copy.shipment.id, second.shipment.id])
      expect(await buy(service, { shipmentId })).toEqual(refusal(number, ["shipmentId"], "shipTo: "));
    const corrected = await duplicate({ shipmentId: copy.shipment.id, shipTo: brooklyn });
    expect(corrected.carrierMessages).toEqual([]);
    expect(await bought(service, { shipmentId: corrected.shipment.id })).toMatchObject({
      purchase: { state: "PURCHASED" },
    });
  });

  it("are not bought by a copy of a copy whose original was deleted", async () => {
    const { id, number } = await voided();
    const copy = (await duplicate({ shipmentId: id })).shipment.id;
    const second = (await duplicate({ shipmentId: copy })).shipment.id;
    const source = "mutation ($id: ID!) { deleteShipment(input: { shipmentId: $id }) { userErrors { code } } }";
    expect((await service.run(source, { id: copy })).deleteShipment.userErrors).toEqual([]);
    expect(await buy(service, { shipmentId: second })).toEqual(refusal(number, ["shipmentId"], "shipTo: "));
  });

  it("are not bought anew for the same order, inline or as a draft, but for other orders and addresses", async () => {
    const { number } = await voided({ orderId: "order-1" });
    const again = { orderId: "order-1" };
    expect(await buy(service, { shipment: aShipment(again) })).toEqual(refusal(number, ["shipment", "shipTo"]));
    expect(await buy(service, { shipmentId: await draft(service, again) })).toEqual(
      refusal(number, ["shipmentId"], "shipTo: "),
    );
    for (const parts of [{ orderId: "order-2" }, {}, { ...again, shipTo: { ...newYork, name: "Mailroom" } }])
      expect((await buy(service, { shipment: aShipment(parts) })).purchase?.state).toBe("PURCHASED");
  });

  it("leave the key free for the corrected address", async () => {
    await voided({ orderId: "order-3" });
    const idempotencyKey = aKey();
    await buy(service, { idempotencyKey, shipment: aShipment({ orderId: "order-3" }) });
    const shipment = aShipment({ orderId: "order-3", shipTo: brooklyn });
    expect((await buy(service, { idempotencyKey, shipment })).purchase.state).toBe("PURCHASED");
  });
});

describe("the reason of a void", () => {
  it("can be stated and corrected later, and says nothing of the address then", async () => {
    const { shipment } = await bought(service);
    const shipmentId = shipment.id;
    const reasons = async (input: object) => (await voidFor({ shipmentId, ...input })).shipment.purchases;
    expect(await reasons({})).toEqual([{ voidReason: null }]);
    expect(await reasons({ reason: "WRONG_ADDRESS" })).toEqual([{ voidReason: "WRONG_ADDRESS" }]);
    expect(await reasons({})).toEqual([{ voidReason: "WRONG_ADDRESS" }]);
    expect((await buy(service, { shipmentId })).userErrors).toMatchObject([{ code: "ADDRESS_REFUSED" }]);
    expect(await reasons({ reason: "WRONG_PACKAGES" })).toEqual([{ voidReason: "WRONG_PACKAGES" }]);
    expect(await bought(service, { shipmentId })).toMatchObject({ shipment: { id: shipmentId, status: "PURCHASED" } });
  });

  it("cannot be emptied", async () => {
    const { id } = await voided();
    expect((await voidFor({ shipmentId: id, reason: null })).userErrors).toMatchObject([
      { code: "INVALID", field: ["input", "reason"] },
    ]);
  });

  it("is the purchase's that a key names, and none where nothing was bought", async () => {
    const idempotencyKey = aKey();
    const { shipment } = await bought(service, { idempotencyKey });
    expect((await voidFor({ idempotencyKey, reason: "CANCELLED" })).shipment.purchases).toEqual([
      { voidReason: "CANCELLED" },
    ]);
    const shipmentId = await draft(service);
    expect((await voidFor({ shipmentId, reason: "OTHER" })).userErrors).toMatchObject([{ code: "NOT_ALLOWED" }]);
    expect(await bought(service, { shipmentId: shipment.id })).toMatchObject({ purchase: { state: "PURCHASED" } });
  });
});

it("a return from a wrong address is not bought again from there, and what goes out is another matter", async () => {
  const packages = [{ ...aPackage, items: [{ description: "Mug", quantity: 1 }] }];
  const outbound = (await bought(service, { shipment: aShipment({ packages, orderId: "order-4" }) })).shipment;
  const first = (await buyReturn(service, { outboundShipmentId: outbound.id })).shipment;
  const { number } = (await voidFor({ shipmentId: first.id, reason: "WRONG_ADDRESS" })).shipment;
  expect(await buyReturn(service, { outboundShipmentId: outbound.id })).toEqual(
    refusal(number, ["outboundShipmentId"], "shipFrom: "),
  );
  const corrected = await duplicate({ shipmentId: first.id, shipFrom: brooklyn });
  expect((await buy(service, { shipmentId: corrected.shipment.id })).purchase.state).toBe("PURCHASED");
  expect((await buy(service, { shipment: aShipment({ orderId: "order-4" }) })).purchase.state).toBe("PURCHASED");
});
