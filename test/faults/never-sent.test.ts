import { Client } from "pg";
import { eventually } from "../support/eventually.js";
import { buy, purchaseByKey } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";

/** What was claimed and has not left is looked at after twelve seconds; a purchase may wait eight until it leaves. */
const timings = { CARRIER_BUY_TIMEOUT_SECONDS: "4", RECONCILE_AFTER_SECONDS: "12", PURCHASE_ANSWER_SECONDS: "3" };
const withinMs = 20_000;

let instances: Instances;
let owner: Client;
beforeAll(async () => {
  instances = await prepareInstances(timings);
  owner = new Client({ connectionString: instances.database.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await instances.close();
});

const rowsOf = (key: string) =>
  instances.sql("select state, sent_at from label_purchase where idempotency_key = $1", [key]);

/** Whoever writes down that a purchase leaves waits for as long as the owner holds this lock. */
const holdDepartures = `
  create function wait_at_departure() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(4711); return new; end $$;
  create trigger wait_at_departure before update of sent_at on label_purchase
    for each row when (old.sent_at is null and new.sent_at is not null) execute function wait_at_departure();
  select pg_advisory_lock(4711)`;
const waiting = async () =>
  (await owner.query("select pid from pg_locks where locktype = 'advisory' and objid = 4711 and not granted")).rows;

it("a parcel whose server was killed before the first byte left can be bought again within seconds", async () => {
  const first = await instances.start();
  await owner.query(holdDepartures);
  const dying = buy(first, "killed").catch((error: Error) => error);
  await eventually(waiting, (sessions) => sessions.length > 0);
  expect(await rowsOf("killed")).toMatchObject([{ state: "PENDING", sent_at: null }]);
  await first.kill();
  await dying;
  await owner.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted");
  await owner.query("select pg_advisory_unlock(4711)");

  const next = await instances.start({ WORKER: "on" });
  const readyAt = performance.now();
  const again = await eventually(
    () => buy(next, "killed"),
    ({ purchase }) => purchase?.state === "PURCHASED",
  );

  expect(performance.now() - readyAt).toBeLessThan(withinMs);
  expect(await purchaseByKey(next, "killed")).toMatchObject({ state: "PURCHASED" });
  const ledger = await instances.simulator.control.ledger();
  expect(ledger.map(({ references }) => references)).toEqual([[again.purchase.carrierReference]]);
});
