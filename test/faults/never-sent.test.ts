import { demoTenantId } from "../../src/security/authenticate.js";
import { runAdmin } from "../support/database-cluster.js";
import { eventually } from "../support/eventually.js";
import { buy, purchaseByKey } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";

/** What was claimed and has not left is looked at after twelve seconds; a purchase may wait eight until it leaves. */
const timings = { CARRIER_BUY_TIMEOUT_SECONDS: "4", RECONCILE_AFTER_SECONDS: "12", PURCHASE_ANSWER_SECONDS: "3" };
const withinMs = 20_000;

let instances: Instances;
beforeAll(async () => {
  instances = await prepareInstances(timings);
});
afterAll(() => instances.close());

const sentOf = (key: string) =>
  instances.sql("select state, sent_at from label_purchase where idempotency_key = $1", [key]);

it("a parcel whose server was killed before the first byte left can be bought again within seconds", async () => {
  const first = await instances.start();
  // UPS keeps the token: who buys is claimed, and waits for it before anything leaves.
  const { control } = instances.simulator;
  await control.addFault({ operation: "TOKEN", kind: "HOLD" });
  const dying = buy(first, "killed").catch((error: Error) => error);
  const [claimed] = await eventually(
    () => sentOf("killed"),
    (rows) => rows.length > 0,
  );
  await first.kill();
  expect(claimed).toMatchObject({ state: "PENDING", sent_at: null });
  await dying;
  await control.release();
  // Others would wait fifteen seconds for the token that the dead server was fetching.
  await runAdmin(
    instances.database.adminUrl,
    `select set_config('app.tenant_id', '${demoTenantId}', false)`,
    "delete from carrier_token",
  );

  const next = await instances.start({ WORKER: "on" });
  const readyAt = performance.now();
  const again = await eventually(
    () => buy(next, "killed"),
    ({ purchase }) => purchase?.state === "PURCHASED",
  );

  expect(performance.now() - readyAt).toBeLessThan(withinMs);
  expect(await purchaseByKey(next, "killed")).toMatchObject({ state: "PURCHASED" });
  const ledger = await control.ledger();
  const references = ledger.flatMap(({ references }) => references);
  expect(references.filter((reference) => reference === again.purchase.carrierReference)).toHaveLength(1);
  expect(ledger).toHaveLength(1);
});
