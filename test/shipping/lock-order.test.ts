import { EventEmitter, once } from "node:events";
import type { EntityManager } from "typeorm";
import { inTenant } from "../../src/database/tenant-transaction.js";
import type { LabelPurchase } from "../../src/entities/label-purchase.js";
import { markLabelsPrinted } from "../../src/shipping/label/mark-labels-printed.js";
import { beginLook, takeTurnNow } from "../../src/shipping/reconcile/purchase-turn.js";
import { updateSettings } from "../../src/shipping/settings/update-settings.js";
import { lockShipment } from "../../src/shipping/shipment/lock-shipment.js";
import { setSpendLimits } from "../../src/shipping/spend/set-spend-limits.js";
import { settleVoid } from "../../src/shipping/void/settle-void.js";
import { lockWaits } from "../support/database-activity.js";
import { eventually } from "../support/eventually.js";
import { bought, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
let accountId: string;
let shipmentId: string;
let purchaseId: string;
beforeAll(async () => {
  service = await startTestService();
  accountId = await seedAccount(service);
  const { shipment, purchase } = await bought(service, { labelFormat: "ZPL" });
  shipmentId = shipment.id;
  purchaseId = purchase.id;
});
afterAll(() => service.close());

/** What `work` gives while another transaction holds what `take` took. */
async function whileHeld<T>(take: (manager: EntityManager) => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const gate = new EventEmitter();
  const taken = once(gate, "taken");
  const released = once(gate, "released");
  const held = inTenant(service.database, service.tenantId, async (manager) => {
    await take(manager);
    gate.emit("taken");
    await released;
  });
  await Promise.race([taken, held]);
  return work().finally(async () => {
    gate.emit("released");
    await held;
  });
}

it("a look at a purchase does not wait for who has locked its shipment", async () => {
  await sql(service, "update purchased_package set void_state = 'VOID_PENDING' where purchase_id = $1", [purchaseId]);
  const look = async () => beginLook(service.deps, await takeTurnNow(service.deps, service.tenantId, purchaseId));
  const begun = await whileHeld((manager) => lockShipment(manager, shipmentId, []), look);
  expect(begun).toMatchObject({ purchase: { id: purchaseId }, pause: 15 });
});

it("a void is written down beside a look at the same purchase", async () => {
  const purchase = { id: purchaseId, shipmentId, tenantId: service.tenantId } as LabelPurchase;
  const checkKey = (manager: EntityManager) =>
    manager.query("select 1 from shipment where id = $1 for key share", [shipmentId]);
  const settle = () => settleVoid(service.deps, purchase, { voided: [], refused: [], messages: [] });
  await expect(whileHeld(checkKey, settle)).resolves.toBeUndefined();
});

it("two who lock the same shipment still come one after the other", async () => {
  const order: string[] = [];
  const lock = (name: string) => async (manager: EntityManager) => {
    await lockShipment(manager, shipmentId, []);
    order.push(name);
  };
  const second = await whileHeld(lock("first"), async () => {
    const waiting = inTenant(service.database, service.tenantId, lock("second"));
    await eventually(() => lockWaits(service));
    order.push("waited");
    return { waiting };
  });
  await second.waiting;
  expect(order).toEqual(["first", "waited", "second"]);
});

it("a label that is being voided is marked as printed after it, which is refused", async () => {
  const { shipment } = await bought(service, { labelFormat: "ZPL" });
  const labelIds = [shipment.packages[0].label.id];
  const beginVoid = async (manager: EntityManager) => {
    await lockShipment(manager, shipment.id, []);
    const pending = "update purchased_package set void_state = 'VOID_PENDING' where package_id = $1";
    await manager.query(pending, [shipment.packages[0].id]);
  };
  const { marking } = await whileHeld(beginVoid, async () => {
    const marking = markLabelsPrinted(service.deps, service.context().actor, { labelIds });
    await eventually(() => lockWaits(service));
    return { marking };
  });
  expect((await marking).userErrors).toMatchObject([{ code: "ALREADY_VOIDED" }]);
});

it("an account's limits are set while it is made the default one", async () => {
  const { actor } = service.context();
  const take = (manager: EntityManager) =>
    manager.query("select 1 from carrier_account where id = $1 for update", [accountId]);
  const { both } = await whileHeld(take, async () => {
    const limits = setSpendLimits(service.deps, actor, { carrierAccountId: accountId, limits: [] });
    await eventually(async () => (await lockWaits(service)) === 1);
    const settings = updateSettings(service.deps, actor, { defaultCarrierAccountId: accountId });
    const both = Promise.all([limits, settings]);
    both.catch(() => undefined);
    await eventually(async () => (await lockWaits(service)) === 2);
    return { both };
  });
  expect(await both).toMatchObject([{ userErrors: [] }, { userErrors: [] }]);
});
