import type { Fault } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import { aKey, buy, makeDue, purchaseBy, requestCount, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

/** Whether UPS booked it, what the first answer says, and how often Ship was asked. */
interface Case {
  faults: Fault[];
  isBooked: boolean;
  first: "UNKNOWN" | "NOT_CREATED" | "PURCHASED";
  shipRequests: number;
  /** Only the limit on the answer ends it. */
  isEndless?: boolean;
}

const ship = (kind: object, times?: number) => ({ operation: "SHIP", ...kind, ...(times && { times }) }) as Fault;

const cases: Record<string, Case> = {
  "the answer is lost": { faults: [ship({ kind: "LOSE_ANSWER" })], isBooked: true, first: "UNKNOWN", shipRequests: 1 },
  "half of the answer comes": {
    faults: [ship({ kind: "HALF_BODY" })],
    isBooked: true,
    first: "UNKNOWN",
    shipRequests: 1,
  },
  "the connection is reset before UPS works": {
    faults: [ship({ kind: "RESET_BEFORE" })],
    isBooked: false,
    first: "UNKNOWN",
    shipRequests: 1,
  },
  "UPS answers 500": {
    faults: [ship({ kind: "STATUS", status: 500 })],
    isBooked: false,
    first: "UNKNOWN",
    shipRequests: 1,
  },
  "UPS answers 503": {
    faults: [ship({ kind: "STATUS", status: 503 })],
    isBooked: false,
    first: "UNKNOWN",
    shipRequests: 1,
  },
  "UPS answers 503 after booking": {
    faults: [ship({ kind: "STATUS", status: 503, afterProcessing: true })],
    isBooked: true,
    first: "UNKNOWN",
    shipRequests: 1,
  },
  "UPS answers 503 with Retry-After": {
    faults: [ship({ kind: "STATUS", status: 503, retryAfter: "1" })],
    isBooked: false,
    first: "UNKNOWN",
    shipRequests: 1,
  },
  "a page of HTML comes with 200": {
    faults: [ship({ kind: "HTML", status: 200 })],
    isBooked: false,
    first: "UNKNOWN",
    shipRequests: 1,
  },
  "a page of HTML comes after booking": {
    faults: [ship({ kind: "HTML", status: 200, afterProcessing: true })],
    isBooked: true,
    first: "UNKNOWN",
    shipRequests: 1,
  },
  "a redirect comes": {
    faults: [ship({ kind: "REDIRECT", location: "https://example.com/" })],
    isBooked: false,
    first: "UNKNOWN",
    shipRequests: 1,
  },
  "UPS hangs": {
    faults: [ship({ kind: "HANG" })],
    isBooked: false,
    first: "UNKNOWN",
    shipRequests: 1,
    isEndless: true,
  },
  "UPS asks for fewer requests": {
    faults: [ship({ kind: "RATE_LIMIT" })],
    isBooked: false,
    first: "NOT_CREATED",
    shipRequests: 1,
  },
  "the token is refused once": {
    faults: [ship({ kind: "UNAUTHORIZED" })],
    isBooked: true,
    first: "PURCHASED",
    shipRequests: 2,
  },
  "the token is refused twice": {
    faults: [ship({ kind: "UNAUTHORIZED" }, 2)],
    isBooked: false,
    first: "NOT_CREATED",
    shipRequests: 2,
  },
};

let service: TestService;
/** An instance that does not wait long for UPS, but long enough for a request to get there on a busy machine. */
let impatient: TestService;
beforeAll(async () => {
  const timings = { notCreatedAfter: 3_600 };
  service = await startTestService({ timings });
  impatient = await startTestService({ sharing: service, timings, upsLimits: { shipTimeoutMs: 3_000 } });
  await seedAccount(service);
});
beforeEach(async () => {
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(async () => {
  await impatient.close();
  await service.close();
});

const sweep = async () => {
  await makeDue(service);
  await sweepDuePurchases(service.deps);
};

/** So much time passes as an unclear purchase is watched before it counts as never made. */
const waitTwoHours = () => sql(service, "update label_purchase set started_at = started_at - interval '2 hours'");

const bookedUnder = async (reference: string) =>
  (await service.control.ledger()).filter((shipment) => shipment.references.includes(reference));

describe.each(Object.entries(cases))("when %s", (_, { faults, isBooked, first, shipRequests, isEndless }) => {
  const buyUnderFault = async () => {
    for (const fault of faults) await service.control.addFault(fault);
    const idempotencyKey = aKey();
    const answer = await buy(isEndless ? impatient : service, { idempotencyKey });
    await service.control.clearFaults();
    return { idempotencyKey, ...answer };
  };

  it(`the purchase is ${first} after ${shipRequests} requests, and the books agree in the end`, async () => {
    const { idempotencyKey, purchase, shipment, userErrors } = await buyUnderFault();
    expect(purchase.state).toBe(first);
    expect(await requestCount(service, "SHIP")).toBe(shipRequests);
    expect(shipment.status).toBe({ UNKNOWN: "PURCHASING", NOT_CREATED: "DRAFT", PURCHASED: "PURCHASED" }[first]);
    expect(userErrors.length).toBe(first === "NOT_CREATED" ? 1 : 0);
    expect(purchase.retryAfterSeconds === null).toBe(first !== "UNKNOWN");
    const booked = await bookedUnder(purchase.carrierReference);
    expect(booked.length).toBe(isBooked ? 1 : 0);

    const again = await buy(service, { idempotencyKey });
    if (first === "NOT_CREATED") {
      // UPS provably did nothing: the key is free and buys.
      expect(again.purchase).toMatchObject({ state: "PURCHASED" });
      expect(again.purchase.id).not.toBe(purchase.id);
      return;
    }
    expect(again.purchase.id).toBe(purchase.id);
    expect(await requestCount(service, "SHIP")).toBe(shipRequests);

    await sweep();
    const looked = await purchaseBy(service, { id: purchase.id });
    if (isBooked) {
      expect(looked).toMatchObject({
        state: "PURCHASED",
        charges: booked[0]?.total,
        shipment: {
          status: "PURCHASED",
          charges: { isActualEstimated: first === "UNKNOWN" },
          packages: [{ trackingNumber: booked[0]?.packages[0]?.trackingNumber, label: { format: "PDF" } }],
        },
      });
      return;
    }
    expect(looked.state).toBe("UNKNOWN");
    await waitTwoHours();
    await sweep();
    expect(await purchaseBy(service, { id: purchase.id })).toMatchObject({
      state: "NOT_CREATED",
      userErrors: [{ code: "CARRIER_UNAVAILABLE" }],
      shipment: { status: "DRAFT" },
    });
    const replayed = await buy(service, { idempotencyKey });
    expect(replayed).toMatchObject({ purchase: { id: purchase.id, state: "NOT_CREATED" }, userErrors: [{}] });
    const bought = await buy(service, { shipmentId: shipment.id });
    expect(bought.purchase.state).toBe("PURCHASED");
    expect(bought.purchase.carrierReference).not.toBe(purchase.carrierReference);
  });
});

it("when no token comes, nothing was sent and the key stays free", async () => {
  await sql(service, "delete from carrier_token");
  const fresh = await startTestService({ sharing: service });
  await service.control.addFault({ operation: "TOKEN", kind: "STATUS", status: 500, times: 9 });
  const idempotencyKey = aKey();
  const { purchase, userErrors } = await buy(fresh, { idempotencyKey });
  expect(purchase.state).toBe("NOT_CREATED");
  expect(userErrors).toMatchObject([{ code: "CARRIER_UNAVAILABLE" }]);
  expect(await requestCount(service, "SHIP")).toBe(0);
  await service.control.clearFaults();
  expect((await buy(fresh, { idempotencyKey })).purchase.state).toBe("PURCHASED");
  await fresh.close();
});

it("when nobody listens at UPS's address, nothing was sent and the key stays free", async () => {
  const away = await startTestService();
  await seedAccount(away);
  const idempotencyKey = aKey();
  await buy(away);
  await away.simulator.close();
  const { purchase, shipment, userErrors } = await buy(away, { idempotencyKey });
  expect(purchase.state).toBe("NOT_CREATED");
  expect(shipment.status).toBe("DRAFT");
  expect(userErrors).toEqual([
    { code: "CARRIER_UNAVAILABLE", message: expect.any(String), field: null, carrierErrorCode: null },
  ]);
  expect(await purchaseBy(away, { idempotencyKey })).toBeNull();
  await away.close();
});
