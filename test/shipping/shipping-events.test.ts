import { EventEmitter, once } from "node:events";
import { inTenant } from "../../src/database/tenant-transaction.js";
import { recordEvents } from "../../src/shipping/event/record-events.js";
import { lockWaits } from "../support/database-activity.js";
import { runAdmin } from "../support/database-cluster.js";
import { eventually } from "../support/eventually.js";
import { bought, buy, ended, makeDue, purchaseBy, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { eventsAfter, type SeenEvent } from "../support/shipping-events.js";
import { sweepDuePurchases } from "../support/sweep.js";

const buyers = 30;

let service: TestService;
let second: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  second = await startTestService({ sharing: service });
});
beforeEach(() => service.control.clearFaults());
afterAll(async () => {
  await second.close();
  await service.close();
});

const toldOf = (purchaseId: string) =>
  sql(service, "select type from shipping_event where purchase_id = $1 order by position", [purchaseId]);
const toldOnce = [{ type: "LABEL_PURCHASED" }];

it("a reader that polls while many buy at once on two instances misses nothing and sees nothing twice", async () => {
  let { cursor } = await eventsAfter(service, null);
  const seen: SeenEvent[] = [];
  const read = async () => {
    const news = await eventsAfter(service, cursor, 3);
    seen.push(...news.events);
    cursor = news.cursor;
  };
  let isBuying = true;
  const buying = Promise.all(
    Array.from({ length: buyers }, (_, index) => buy(index % 2 ? second : service, { labelFormat: "ZPL" })),
  ).finally(() => {
    isBuying = false;
  });
  while (isBuying) await read();
  const purchases: string[] = (await buying).map(({ purchase }) => purchase.id);
  for (const id of purchases) await ended(service, { id });
  await read();
  expect(seen.map(({ purchase }) => purchase.id).sort()).toEqual([...purchases].sort());
});

it("an event whose transaction commits late stands behind no reader's back", async () => {
  const { purchase, shipment } = await bought(service, { labelFormat: "ZPL" });
  const { cursor } = await eventsAfter(service, null);
  const late = {
    type: "SHIPMENT_DELIVERED",
    purchaseId: purchase.id,
    shipmentId: shipment.id,
    packageId: null,
  } as const;
  const gate = new EventEmitter();
  const [written, released] = [once(gate, "written"), once(gate, "released")];
  const writing = inTenant(service.database, service.tenantId, async (manager) => {
    await recordEvents(manager, service.tenantId, [late]);
    gate.emit("written");
    await released;
  });
  await Promise.race([written, writing]);
  const buying = bought(second, { labelFormat: "ZPL" });
  await eventually(() => lockWaits(service));
  expect((await eventsAfter(service, cursor)).events).toEqual([]);
  gate.emit("released");
  await writing;
  const next = await buying;
  const { events } = await eventsAfter(service, cursor);
  expect(events.map(({ type, purchase: { id } }) => [type, id])).toEqual([
    ["SHIPMENT_DELIVERED", purchase.id],
    ["LABEL_PURCHASED", next.purchase.id],
  ]);
});

it("a booking that two workers adopt is told once, and not before", async () => {
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER" });
  const { purchase } = await buy(service, { labelFormat: "ZPL" });
  expect(purchase.state).toBe("UNKNOWN");
  expect(await toldOf(purchase.id)).toEqual([]);
  for (let count = 0; count < 2; count += 1) {
    await makeDue(service);
    await Promise.all([service, second].map(({ deps }) => sweepDuePurchases(deps)));
  }
  expect((await purchaseBy(service, { id: purchase.id })).state).toBe("PURCHASED");
  expect(await toldOf(purchase.id)).toEqual(toldOnce);
});

it("labels that cannot be stored are not told, and told once when they are", async () => {
  const { adminUrl } = service.testDatabase;
  await runAdmin(adminUrl, "alter table label_file add constraint full_disk check (false) not valid");
  const { purchase } = await buy(service, { labelFormat: "ZPL" });
  expect(["PENDING", "UNKNOWN"]).toContain(purchase.state);
  expect(await toldOf(purchase.id)).toEqual([]);
  await runAdmin(adminUrl, "alter table label_file drop constraint full_disk");
  await sql(service, "update label_purchase set started_at = started_at - interval '10 minutes' where id = $1", [
    purchase.id,
  ]);
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  expect((await purchaseBy(service, { id: purchase.id })).state).toBe("PURCHASED");
  expect(await toldOf(purchase.id)).toEqual(toldOnce);
});

it("the database itself takes no second event of a purchase", async () => {
  const { purchase } = await bought(service, { labelFormat: "ZPL" });
  const again = `insert into shipping_event (tenant_id, id, position, type, shipment_id, purchase_id)
    select tenant_id, 'evt_again', 1000000, type, shipment_id, purchase_id from shipping_event where purchase_id = $1`;
  await expect(sql(service, again, [purchase.id])).rejects.toThrow(/shipping_event_once/);
});
