import { type FaultProxy, startFaultProxy } from "../support/fault-proxy.js";
import { aKey, buy, makeDue, purchaseBy, requestCount, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";
import { type Cut, headersOf } from "../support/toxics.js";

/** `direct` reaches the simulator as it is; `service` through the proxy. Both are instances of one service. */
let direct: TestService;
let service: TestService;
let proxy: FaultProxy;
beforeAll(async () => {
  direct = await startTestService();
  await seedAccount(direct);
  proxy = await startFaultProxy(direct.simulator.url);
  service = await startTestService({
    sharing: { ...direct, simulator: { ...direct.simulator, url: proxy.url } },
  });
  await buy(service);
});
beforeEach(() => direct.control.clearRequests());
afterAll(async () => {
  await service.close();
  await proxy.close();
  await direct.close();
});

const half = (from: number, message: Buffer) => Math.floor((from + message.length) / 2);

const points: [string, Omit<Cut, "how">, "UNKNOWN" | "PURCHASED", number][] = [
  ["after the first byte of the request", { of: "REQUEST", at: () => 1 }, "UNKNOWN", 0],
  [
    "inside the request's headers",
    { of: "REQUEST", at: (message) => Math.floor(headersOf(message) / 2) },
    "UNKNOWN",
    0,
  ],
  ["before the request's body", { of: "REQUEST", at: headersOf }, "UNKNOWN", 0],
  ["inside the request's body", { of: "REQUEST", at: (message) => half(headersOf(message), message) }, "UNKNOWN", 0],
  ["one byte before the request's end", { of: "REQUEST", at: (message) => message.length - 1 }, "UNKNOWN", 0],
  ["after the request, before any answer", { of: "RESPONSE", at: () => 0 }, "UNKNOWN", 1],
  [
    "inside the answer's headers",
    { of: "RESPONSE", at: (message) => Math.floor(headersOf(message) / 2) },
    "UNKNOWN",
    1,
  ],
  ["after the answer's headers", { of: "RESPONSE", at: headersOf }, "UNKNOWN", 1],
  ["inside the answer's body", { of: "RESPONSE", at: (message) => half(headersOf(message), message) }, "UNKNOWN", 1],
  ["one byte before the answer's end", { of: "RESPONSE", at: (message) => message.length - 1 }, "UNKNOWN", 1],
  ["after the answer's end", { of: "RESPONSE", at: (message) => message.length }, "PURCHASED", 1],
];

const cases = points.flatMap(([name, cut, state, booked]) =>
  (["RESET", "END"] as const)
    .filter((how) => how === "END" || state !== "PURCHASED")
    .map((how) => ({ name, how, cut: { ...cut, how }, state, booked })),
);

const liveBookings = async (reference: string) =>
  (await direct.control.ledger()).filter(
    (booking) => booking.references.includes(reference) && booking.voidedAt === null,
  );

it.each(cases)("a connection cut $name ($how) leaves the purchase $state", async ({ cut, state, booked }) => {
  proxy.cutNext("POST /api/shipments", cut);
  const idempotencyKey = aKey();
  const { purchase } = await buy(service, { idempotencyKey });
  expect(purchase.state).toBe(state);
  expect(await liveBookings(purchase.carrierReference)).toHaveLength(booked);
  expect((await buy(service, { idempotencyKey })).purchase.id).toBe(purchase.id);
  expect(await requestCount(direct, "SHIP")).toBe(booked);

  await sql(direct, "update label_purchase set started_at = started_at - interval '3 hours' where id = $1", [
    purchase.id,
  ]);
  await makeDue(direct);
  await sweepDuePurchases(direct.deps);
  const ended = await purchaseBy(direct, { id: purchase.id });
  const [live] = await liveBookings(purchase.carrierReference);
  expect([ended.state, ended.shipment.packages[0].trackingNumber]).toEqual(
    booked ? ["PURCHASED", live?.shipmentIdentificationNumber] : ["NOT_CREATED", null],
  );
});

// Whether the request was begun before the cut is noticed is a race; either way the state says what UPS knows.
it.each(["RESET", "END"] as const)("a connection cut right after connecting (%s) never buys twice", async (how) => {
  proxy.cutNext("", { of: "CONNECTION", how });
  const { purchase } = await buy(service);
  const booked = await liveBookings(purchase.carrierReference);
  expect([
    ["UNKNOWN", 0],
    ["PURCHASED", 1],
  ]).toContainEqual([purchase.state, booked.length]);
});

it("a connection that is refused leaves the key free", async () => {
  await proxy.stopListening();
  const idempotencyKey = aKey();
  const { purchase } = await buy(service, { idempotencyKey });
  expect(purchase.state).toBe("NOT_CREATED");
  expect(await requestCount(direct, "SHIP")).toBe(0);
  expect((await buy(direct, { idempotencyKey })).purchase.state).toBe("PURCHASED");
});
