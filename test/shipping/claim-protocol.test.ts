import type { SpendOutcome } from "../../src/carrier/outcome.js";
import { endNeverSent, forgetClaims, noteLeaving } from "../../src/shipping/claim/claim-states.js";
import { createGate } from "../support/http.js";
import {
  notCreatedAfter,
  ParcelPickup,
  PickupCarrier,
  type PickupOrder,
  type Pickups,
  sendWithin,
  settlePickup,
  startPickups,
} from "../support/parcel-pickups.js";

const unclear: SpendOutcome<string> = { kind: "UNKNOWN", reason: "TIMEOUT", message: "cut", messages: [] };
const rejected: SpendOutcome<string> = { kind: "REJECTED", messages: [] };
const unsent: SpendOutcome<string> = {
  ...{ kind: "NOT_SENT", reason: "UNREACHABLE", message: "refused", retryAfterSeconds: null, messages: [] },
};

let pickups: Pickups;
let carrier: PickupCarrier;
beforeAll(async () => {
  pickups = await startPickups();
});
beforeEach(async () => {
  carrier = new PickupCarrier();
  await pickups.write((manager) => manager.query("delete from parcel_pickup"));
});
afterAll(() => pickups.close());

const monday = { key: "monday", day: "2026-03-02" };
const order = (what: PickupOrder = monday, dieAfter: "claim" | "leaving" | "send" | null = null) =>
  pickups.order(carrier, what, dieAfter);
const only = async () => {
  const rows = await pickups.all();
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

it("a third spender is served once for a key, and told again", async () => {
  const first = await order();
  expect(first.value).toMatchObject({ state: "ORDERED", confirmation: `P-${carrier.booked[0]}`, nextCheckAt: null });
  expect(await order()).toEqual(first);
  expect(carrier.booked).toHaveLength(1);
});

it("of ten at once with one key one is sent, and the others are told of it", async () => {
  const gate = createGate();
  const { order: book } = carrier;
  carrier.order = (reference) => gate.pass().then(() => book(reference));
  const told: (string | undefined)[] = [];
  const asked = Array.from({ length: 10 }, () => order().finally(() => told.push("told")));
  while (told.length < 9) await new Promise(setImmediate);
  gate.open();
  const answers = (await Promise.all(asked)).map(({ value }) => value!);
  expect(answers.map(({ state }) => state).sort()).toEqual(["ORDERED", ...Array(9).fill("PENDING")]);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(carrier.booked).toHaveLength(1);
});

it("the same key with other input is refused, and nothing is sent", async () => {
  await order();
  const { userErrors } = await order({ ...monday, day: "2026-03-03" });
  expect(userErrors).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED", field: ["input", "idempotencyKey"] }]);
  expect(carrier.booked).toHaveLength(1);
});

it("a crash after it was sent is found out by a look, and it is never sent again", async () => {
  await order(monday, "send");
  expect((await order()).value?.state).toBe("PENDING");
  await pickups.sweep(carrier);
  expect(await only()).toMatchObject({ state: "ORDERED", confirmation: `P-${carrier.booked[0]}`, nextCheckAt: null });
  expect(carrier.booked).toHaveLength(1);
});

it("a crash before anything left is settled by the first look: the key is free, and the next try is sent", async () => {
  await order(monday, "claim");
  expect((await order()).value?.state).toBe("PENDING");
  await pickups.sweep(carrier);
  expect(await only()).toMatchObject({ state: "NOT_CREATED", idempotencyKey: null, checks: 0, nextCheckAt: null });
  expect((await order()).value?.state).toBe("ORDERED");
  expect(carrier.booked).toHaveLength(1);
});

it("what was settled as never sent is not sent by a server that wakes late", async () => {
  await order(monday, "claim");
  await pickups.sweep(carrier);
  const settled = await only();
  expect(await pickups.write((manager) => noteLeaving(manager, ParcelPickup, settled, 90))).toBe(false);
});

it("what may have left is not settled as never sent", async () => {
  await order(monday, "leaving");
  const gone = await only();
  expect(await pickups.write((manager) => endNeverSent(manager, ParcelPickup, gone, {}))).toBe(false);
});

it("a crash when it may have left is looked for until it is old, then given up; its key stays taken", async () => {
  await order(monday, "leaving");
  await pickups.sweep(carrier);
  expect(await only()).toMatchObject({ state: "UNKNOWN", checks: 1, nextCheckAt: expect.any(String) });
  await pickups.sweep(carrier, notCreatedAfter);
  expect(await only()).toMatchObject({ state: "NOT_CREATED", checks: 2, nextCheckAt: null });
  expect((await order()).value?.state).toBe("NOT_CREATED");
  expect(carrier.booked).toEqual([]);
});

it("without a clear answer it is not sent again, but looked up", async () => {
  const { order: book } = carrier;
  carrier.order = (reference) => book(reference).then(() => unclear);
  expect((await order()).value?.state).toBe("UNKNOWN");
  expect((await order()).value?.state).toBe("UNKNOWN");
  await pickups.sweep(carrier);
  expect(await only()).toMatchObject({ state: "ORDERED" });
  expect(carrier.booked).toHaveLength(1);
});

it.each([
  ["refusal", rejected],
  ["word that it was not sent", unsent],
  ["unclear answer", unclear],
])("a late %s changes nothing of what has ended", async (_, late) => {
  await order();
  const ended = await only();
  await pickups.write((manager) => settlePickup(manager, ended, late));
  expect(await only()).toEqual(ended);
});

it("what provably was not sent leaves the key free: the next try is a new claim", async () => {
  carrier.order = async () => unsent;
  expect((await order()).value).toMatchObject({ state: "NOT_CREATED", idempotencyKey: null });
  carrier = new PickupCarrier();
  expect((await order()).value).toMatchObject({ state: "ORDERED" });
  expect(await pickups.all()).toHaveLength(2);
  expect(carrier.booked).toHaveLength(1);
});

it("a claim that waited too long is not sent", async () => {
  const clock = jest.spyOn(performance, "now").mockReturnValueOnce(-sendWithin * 1_000 - 1);
  expect((await order()).value).toMatchObject({ state: "NOT_CREATED", idempotencyKey: null });
  clock.mockRestore();
  expect(carrier.booked).toEqual([]);
});

it("what is refused stays so for its key until it is forgotten with what it was for; what is open is kept", async () => {
  carrier.order = async () => rejected;
  expect((await order()).value?.state).toBe("REJECTED");
  expect((await order()).value?.state).toBe("REJECTED");
  await order({ key: "tuesday", day: "2026-03-03" }, "claim");
  const { tenantId } = pickups.actor;
  await pickups.write((manager) => forgetClaims(manager, ParcelPickup, "tenant_id = :tenantId", { tenantId }));
  expect((await pickups.all()).map(({ idempotencyKey }) => idempotencyKey)).toEqual(["tuesday"]);
});
