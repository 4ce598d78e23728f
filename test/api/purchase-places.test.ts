import { arrived, aShipment, bought, hold, purchaseBy, purchaseLabel, voidShipment } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

let service: TestService;
/** A second instance, which waits for a second only. */
let hasty: TestService;
beforeAll(async () => {
  service = await startTestService({ maxPurchasesAtCarrier: 1 });
  hasty = await startTestService({ sharing: service, maxPurchasesAtCarrier: 1, timings: { answerWithin: 2 } });
  await seedAccount(service);
});
afterAll(async () => {
  await service.control.release();
  await hasty.close();
  await service.close();
});

const started = (at: TestService, idempotencyKey: string) =>
  at.execute(purchaseLabel, { input: { idempotencyKey, shipment: aShipment() } });

describe("More purchases than may wait for the carrier", () => {
  it("are refused before anything is claimed, and are bought with the same key later", async () => {
    await hold(service, "SHIP");
    const atCarrier = started(hasty, "held");
    await arrived(service, "SHIP");
    expect(hasty.deps.purchasePlaces.counts.taken).toBe(1);
    const { data, errors } = await started(hasty, "too-many");
    expect(data?.purchaseLabel).toBeNull();
    expect(errors?.[0]?.originalError).toMatchObject({ code: "OVERLOADED", retryable: true });
    expect(await purchaseBy(service, { idempotencyKey: "too-many" })).toBeNull();

    await service.control.release();
    await atCarrier;
    await hasty.settled();
    const { purchase } = await bought(service, { idempotencyKey: "too-many" });
    expect(purchase.state).toBe("PURCHASED");
    expect(hasty.deps.purchasePlaces.counts).toEqual({ taken: 0, waiting: 0, most: 1 });
    expect(await service.control.ledger()).toHaveLength(2);
  });

  it("wait for a place and are bought, one after the other", async () => {
    const keys = ["one-by-one-1", "one-by-one-2", "one-by-one-3"];
    const answers = await Promise.all(keys.map((idempotencyKey) => bought(service, { idempotencyKey })));
    expect(answers.map(({ purchase }) => purchase.state)).toEqual(["PURCHASED", "PURCHASED", "PURCHASED"]);
  });

  it("leave a place free when they are refused for another reason", async () => {
    const { data } = await service.execute(purchaseLabel, {
      input: { idempotencyKey: "refused", shipment: aShipment({ service: "UPS_NOTHING" }) },
    });
    expect(data.purchaseLabel.userErrors).toHaveLength(1);
    expect(service.deps.purchasePlaces.counts.taken).toBe(0);
  });

  it("get connections first once they are claimed, until their outcome is stored; so do voids", async () => {
    const enter = jest.spyOn(service.deps.database.lanes, "enter");
    await bought(service, { idempotencyKey: "in-order" });
    await voidShipment(service, { idempotencyKey: "in-order" });
    const lanes = enter.mock.calls.map(([lane]) => lane);
    enter.mockRestore();
    const changes = lanes.filter((lane) => lane !== "READING");
    const inTurn = changes.filter((lane, number) => lane !== changes[number - 1]);
    expect(inTurn).toEqual(["ASKING", "SENDING", "ASKING", "SENDING", "ASKING"]);
  });

  it("need no place where the key was bought already", async () => {
    await service.control.clearRequests();
    await hold(service, "SHIP");
    const atCarrier = started(service, "held-again");
    await arrived(service, "SHIP");
    expect(service.deps.purchasePlaces.counts.taken).toBe(1);
    const { purchase } = await bought(service, { idempotencyKey: "too-many" });
    expect(purchase.state).toBe("PURCHASED");
    await service.control.release();
    await atCarrier;
  });
});
