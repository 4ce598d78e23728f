import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { bought, buy, purchaseByKey, voidByKey } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";
import type { ServerProcess } from "../support/server-process.js";

let instances: Instances;
let [first, second, third]: ServerProcess[] = [];

beforeAll(async () => {
  instances = await prepareInstances({
    ...{ PURCHASE_ANSWER_SECONDS: "1", CARRIER_BUY_TIMEOUT_SECONDS: "3" },
    ...{ RECONCILE_AFTER_SECONDS: "4", NOT_CREATED_AFTER_SECONDS: "60" },
  });
  [first, second, third] = await Promise.all([instances.start(), instances.start(), instances.start({ WORKER: "on" })]);
}, 60_000);

afterAll(async () => {
  await instances.close();
});

beforeEach(async () => {
  await instances.simulator.control.clearFaults();
});

const slowShip = { operation: "SHIP", kind: "DELAY", seconds: 2 } as const;

async function settled(server: ServerProcess, key: string) {
  for (;;) {
    const purchase = await purchaseByKey(server, key);
    if (!["PENDING", "UNKNOWN"].includes(purchase.state)) return purchase;
    await sleep(200);
  }
}

async function bookings(reference: string) {
  const ledger = await instances.simulator.control.ledger();
  return ledger.filter(({ references }) => references.includes(reference));
}

it("resumes on one instance, by its key, what was begun on another", async () => {
  await instances.simulator.control.addFault(slowShip);
  const begun = await buy(first!, "resumed");
  expect(begun.purchase.state).toBe("PENDING");
  expect((await purchaseByKey(second!, "resumed")).carrierReference).toBe(begun.purchase.carrierReference);
  for (const server of [second!, third!]) await buy(server, "resumed");
  const ended = await settled(third!, "resumed");
  expect([ended.state, (await bookings(ended.carrierReference)).length]).toEqual(["PURCHASED", 1]);
  expect((await bought(second!, "resumed")).purchase.carrierReference).toBe(ended.carrierReference);
});

it("signs and opens the link of a label wherever the request goes", async () => {
  await buy(first!, "downloaded");
  const { label } = (await settled(second!, "downloaded")).shipment.packages[0];
  const link = new URL(label.file.url);
  const answers = await Promise.all(
    [first!, second!, third!].map(({ url }) => fetch(`${url}${link.pathname}${link.search}`)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const hashes = await Promise.all(answers.map(async (answer) => sha256(Buffer.from(await answer.arrayBuffer()))));
  expect(new Set(hashes)).toEqual(new Set([label.sha256]));
});

it("voids on one instance what another bought, and a third knows", async () => {
  await buy(first!, "voided");
  await settled(third!, "voided");
  expect(await voidByKey(third!, "voided")).toEqual({ shipment: { status: "VOIDED" }, userErrors: [] });
  expect((await purchaseByKey(second!, "voided")).shipment).toMatchObject({
    status: "VOIDED",
    packages: [{ voidState: "VOIDED" }],
  });
});

it("lets the only worker finish what an instance without one died over", async () => {
  await instances.simulator.control.addFault(slowShip);
  const unheard = expect(bought(first!, "orphaned")).rejects.toThrow();
  await sent("orphaned");
  await first!.kill();
  await unheard;
  const ended = await settled(second!, "orphaned");
  expect([ended.state, (await bookings(ended.carrierReference)).length]).toEqual(["PURCHASED", 1]);
}, 60_000);

/** Resolves when the carrier has the purchase before it, unanswered. */
async function sent(key: string): Promise<void> {
  for (;;) {
    const [row] = await instances.sql("select carrier_reference from label_purchase where idempotency_key = $1", [key]);
    const requests = await instances.simulator.control.requests();
    const isOf = ({ body, operation }: { body: unknown; operation: string | null }) =>
      operation === "SHIP" && row && JSON.stringify(body).includes(row.carrier_reference);
    if (requests.some(isOf)) return;
    await sleep(20);
  }
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
