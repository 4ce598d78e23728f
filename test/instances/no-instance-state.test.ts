import { createHash } from "node:crypto";
import { eventually } from "../support/eventually.js";
import { bought, buy, purchaseByKey, voidByKey } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";
import type { ServerProcess } from "../support/server-process.js";

let instances: Instances;
let [first, second, third]: ServerProcess[] = [];

beforeAll(async () => {
  instances = await prepareInstances({
    PURCHASE_ANSWER_SECONDS: "1",
  });
  [first, second, third] = await Promise.all([instances.start(), instances.start(), instances.start({ WORKER: "on" })]);
});

afterAll(async () => {
  await instances.close();
});

beforeEach(async () => {
  await instances.simulator.control.clearFaults();
});

const held = { operation: "SHIP", kind: "HOLD" } as const;

const settled = (server: ServerProcess, key: string) =>
  eventually(
    () => purchaseByKey(server, key),
    ({ state }) => !["PENDING", "UNKNOWN"].includes(state),
  );

async function bookings(reference: string) {
  const ledger = await instances.simulator.control.ledger();
  return ledger.filter(({ references }) => references.includes(reference));
}

it("resumes on one instance, by its key, what was begun on another", async () => {
  await instances.simulator.control.addFault(held);
  const begun = await buy(first!, "resumed");
  expect(begun.purchase.state).toBe("PENDING");
  expect((await purchaseByKey(second!, "resumed")).carrierReference).toBe(begun.purchase.carrierReference);
  await sent("resumed");
  for (const server of [second!, third!]) await buy(server, "resumed");
  await instances.simulator.control.release();
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
  await instances.simulator.control.addFault(held);
  const unheard = expect(bought(first!, "orphaned")).rejects.toThrow();
  await sent("orphaned");
  await first!.kill();
  await unheard;
  await instances.simulator.control.release();
  await instances.sql("update label_purchase set next_check_at = now() where idempotency_key = 'orphaned'");
  const ended = await settled(second!, "orphaned");
  expect([ended.state, (await bookings(ended.carrierReference)).length]).toEqual(["PURCHASED", 1]);
});

/** Resolves when the carrier has the purchase before it, unanswered. */
const sent = (key: string) =>
  eventually(async () => {
    const [row] = await instances.sql("select carrier_reference from label_purchase where idempotency_key = $1", [key]);
    const requests = await instances.simulator.control.requests();
    const isOf = ({ body, operation }: { body: unknown; operation: string | null }) =>
      operation === "SHIP" && row && JSON.stringify(body).includes(row.carrier_reference);
    return requests.some(isOf);
  });

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
