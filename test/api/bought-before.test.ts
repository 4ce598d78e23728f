import { inTenant } from "../../src/database/tenant-transaction.js";
import { aKey, aShipment, bought, buy, draft, voidShipment } from "../support/purchases.js";
import { aPackage, newYork, seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
});
afterEach(() => service.control.clearFaults());
afterAll(() => service.close());

// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's
type Answer = any;
const messages = "carrierMessages { carrierErrorCode severity text }";
const answer = `purchase { id state ${messages} } shipment { id number packages { id trackingNumber } }
  ${messages} userErrors { code message }`;
async function purchase(name: string, input: object): Promise<Answer> {
  const source = `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) {
    payload: ${name}(input: $input) { ${answer} } }`;
  const { payload } = await service.run(source, { input: { idempotencyKey: aKey(), ...input } });
  return { ...payload, told: payload.carrierMessages.filter(isOurs) };
}
const isOurs = ({ carrierErrorCode }: Answer) => /^(RETURN|ORDER)_/.test(carrierErrorCode);

const buyOrder = (orderId: string, over: object = {}) =>
  purchase("purchaseLabel", { shipment: aShipment({ orderId, ...over }) });
const packages = [aPackage, aPackage].map((pkg) => ({ ...pkg, items: [{ description: "Mug", quantity: 1 }] }));
const printed = { returnService: { kind: "PRINT_RETURN_LABEL" } };
const buyReturn = (outboundShipmentId: string, over: object = {}) =>
  purchase("purchaseReturnLabel", { outboundShipmentId, ...printed, ...over });

const telling = (carrierErrorCode: string, { shipment }: Answer) => [
  {
    ...{ carrierErrorCode, severity: "WARNING" },
    text: expect.stringContaining(
      `shipment ${shipment.number}, tracking number ${shipment.packages.map((pkg: Answer) => pkg.trackingNumber).join(", ")}`,
    ),
  },
];

describe("a second return of a package", () => {
  const outbound = async (boxCount = 1) =>
    (await bought(service, { shipment: aShipment({ packages: packages.slice(0, boxCount) }) })).shipment;

  it("is bought, and told with the number of the one in force, also when it is repeated and read", async () => {
    const { id } = await outbound();
    const first = await buyReturn(id);
    expect(first).toMatchObject({ purchase: { state: "PURCHASED" }, told: [] });
    const idempotencyKey = aKey();
    const second = await buyReturn(id, { idempotencyKey });
    expect(second.purchase.state).toBe("PURCHASED");
    expect(second.told).toEqual(telling("RETURN_IN_FORCE", first));
    expect(second.purchase.carrierMessages).toEqual(second.carrierMessages);
    await voidShipment(service, { shipmentId: first.shipment.id });
    expect(await buyReturn(id, { idempotencyKey })).toEqual(second);
  });

  it("is not one when another package comes back, or the return before is voided", async () => {
    const { id, packages: boxes } = await outbound(2);
    const [left, right] = boxes.map((pkg: Answer) => [pkg.id]);
    const first = await buyReturn(id, { packageIds: left });
    expect((await buyReturn(id, { packageIds: right })).told).toEqual([]);
    await voidShipment(service, { shipmentId: first.shipment.id });
    const again = await buyReturn(id, { packageIds: left });
    expect(again.told).toEqual([]);
    expect((await buyReturn(id, { packageIds: left })).told).toEqual(telling("RETURN_IN_FORCE", again));
  });

  it("is told also when it is bought as a duplicate of the first", async () => {
    const first = await buyReturn((await outbound()).id);
    const source = "mutation ($id: ID!) { duplicateShipment(input: { shipmentId: $id }) { shipment { id } } }";
    const { duplicateShipment } = await service.run(source, { id: first.shipment.id });
    const second = await purchase("purchaseLabel", { shipmentId: duplicateShipment.shipment.id });
    expect(second.told).toEqual(telling("RETURN_IN_FORCE", first));
  });

  it("is told of the one that a voided shipment has, when a copy of that is bought", async () => {
    const { id } = await outbound();
    const first = await buyReturn(id);
    const source = "mutation ($id: ID!) { duplicateShipment(input: { shipmentId: $id }) { shipment { id } } }";
    const copy = async () => (await service.run(source, { id })).duplicateShipment.shipment.id;
    expect((await purchase("purchaseLabel", { shipmentId: await copy() })).told).toEqual([]);
    await voidShipment(service, { shipmentId: id });
    expect((await purchase("purchaseLabel", { shipmentId: await copy() })).told).toEqual(
      telling("RETURN_IN_FORCE", first),
    );
  });

  it("is told of one from before packages were kept with returns, and of a copy of such a one", async () => {
    const { id } = await outbound();
    const first = await buyReturn(id);
    await inTenant(service.database, service.tenantId, (manager) =>
      manager.query("update shipment set returned_package_ids = '[]' where id = $1", [first.shipment.id]),
    );
    expect((await buyReturn(id)).told).toEqual(telling("RETURN_IN_FORCE", first));
    const source = "mutation ($id: ID!) { duplicateShipment(input: { shipmentId: $id }) { shipment { id } } }";
    const { duplicateShipment } = await service.run(source, { id: first.shipment.id });
    expect((await purchase("purchaseLabel", { shipmentId: duplicateShipment.shipment.id })).told).toHaveLength(2);
  });

  it("is told of one whose outcome nobody knows yet", async () => {
    const { id } = await outbound();
    await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER", times: 1 });
    const first = await buyReturn(id);
    expect(first.purchase.state).toBe("UNKNOWN");
    expect((await buyReturn(id)).told).toEqual([
      {
        ...{ carrierErrorCode: "RETURN_IN_FORCE", severity: "WARNING" },
        text: expect.stringContaining(`shipment ${first.shipment.number}, its label is being bought`),
      },
    ]);
  });
});

describe("the same order bought twice within minutes", () => {
  it("is told under the second key with the number of the first, of a draft too, and refused under none", async () => {
    const first = await buyOrder("order-1");
    expect(first.told).toEqual([]);
    const second = await buyOrder("order-1", { shipTo: { ...newYork, name: "Somebody Else" } });
    expect(second).toMatchObject({ purchase: { state: "PURCHASED" }, told: telling("ORDER_JUST_BOUGHT", first) });
    const third = await purchase("purchaseLabel", { shipmentId: await draft(service, { orderId: "order-1" }) });
    expect(third.told).toEqual([...telling("ORDER_JUST_BOUGHT", first), ...telling("ORDER_JUST_BOUGHT", second)]);
  });

  it("is told to one of two who buy at the same moment", async () => {
    const both = await Promise.all([buyOrder("order-2"), buyOrder("order-2")]);
    expect(both.map(({ told }) => told.length).sort()).toEqual([0, 1]);
    expect(both.map((each) => each.purchase.state)).toEqual(["PURCHASED", "PURCHASED"]);
  });

  it("is not told of another order, of what is voided, of the same shipment bought again, or of its return", async () => {
    const { shipment } = await buyOrder("order-3", { packages: packages.slice(0, 1) });
    expect((await buyOrder("order-4")).told).toEqual([]);
    expect((await buyReturn(shipment.id)).told).toEqual([]);
    await voidShipment(service, { shipmentId: shipment.id });
    expect((await purchase("purchaseLabel", { shipmentId: shipment.id })).told).toEqual([]);
    await voidShipment(service, { shipmentId: shipment.id });
    expect((await buyOrder("order-3")).told).toEqual([]);
  });

  it("is not told after a quarter of an hour, nor to another tenant", async () => {
    const { purchase: first } = await buyOrder("order-5");
    await inTenant(service.database, service.tenantId, (manager) =>
      manager.query("update label_purchase set started_at = started_at - interval '16 minutes' where id = $1", [
        first.id,
      ]),
    );
    expect((await buyOrder("order-5")).told).toEqual([]);
    const stranger = { tenantId: service.otherTenantId };
    await seedAccount(service, {}, stranger);
    const other = await buy(service, { shipment: aShipment({ orderId: "order-5" }) }, stranger);
    const read = `query ($id: ID) { labelPurchase(id: $id) { ${messages} } }`;
    expect((await service.run(read, { id: other.purchase.id }, stranger)).labelPurchase.carrierMessages).toEqual([]);
  });
});
