import { aKey, arrived, aShipment, buy, draft, hold, requestCount, sql } from "../support/purchases.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";

const buyers = 50;

let service: TestService;
let second: TestService;
beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  second = await startTestService({ sharing: service });
});
beforeEach(async () => {
  await service.control.clearFaults();
  await service.control.clearRequests();
});
afterAll(async () => {
  await second.close();
  await service.close();
});

/** Every other buyer meets the other instance. */
const atOnce = <T>(ask: (instance: TestService, index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: buyers }, (_, index) => ask(index % 2 ? second : service, index)));

const liveBookings = async () => (await service.control.ledger()).filter((shipment) => shipment.voidedAt === null);

const purchaseCount = async (shipmentId: string) =>
  Number((await sql(service, "select count(*) as n from label_purchase where shipment_id = $1", [shipmentId]))[0].n);

describe.each([
  ["an inline shipment", async () => ({ shipment: aShipment() })],
  ["an inline shipment with a clientReference", async () => ({ shipment: aShipment({ clientReference: aKey() }) })],
  ["a draft", async () => ({ shipmentId: await draft(service) })],
  [
    "a draft with a price limit",
    async () => {
      return { shipmentId: await draft(service), maxTotalPrice: { amount: "100", currencyCode: "USD" } };
    },
  ],
])("%s", (_, what) => {
  it(`bought by ${buyers} buyers with one key is sold once, and all get the same answer`, async () => {
    const input = { idempotencyKey: aKey(), labelFormat: "ZPL", ...(await what()) };
    const before = (await liveBookings()).length;
    const answers = await atOnce((instance) => buy(instance, input));
    expect(answers[0]).toMatchObject({ purchase: { state: "PURCHASED" }, userErrors: [] });
    expect(answers).toEqual(Array(buyers).fill(answers[0]));
    expect(await requestCount(service, "SHIP")).toBe(1);
    expect((await liveBookings()).length).toBe(before + 1);
  });
});

it(`one draft bought by ${buyers} buyers with a key each is sold once; the others are refused in words`, async () => {
  const shipmentId = await draft(service);
  const answers = await atOnce((instance) => buy(instance, { shipmentId, labelFormat: "ZPL" }));
  const sold = answers.filter((answer) => answer.purchase !== null);
  expect(sold).toMatchObject([{ purchase: { state: "PURCHASED" }, shipment: { id: shipmentId } }]);
  for (const refused of answers.filter((answer) => answer.purchase === null)) {
    const [error, ...more] = refused.userErrors;
    expect(more).toEqual([]);
    expect(error).toMatchObject({ field: ["input", "shipmentId"], carrierErrorCode: null });
    expect(["CONFLICT", "ALREADY_PURCHASED"]).toContain(error.code);
  }
  expect(await requestCount(service, "SHIP")).toBe(1);
  expect(await purchaseCount(shipmentId)).toBe(1);
});

it(`one key with two inputs at once buys one of them and refuses the other`, async () => {
  const idempotencyKey = aKey();
  const answers = await atOnce((instance, index) =>
    buy(instance, { idempotencyKey, labelFormat: index % 3 ? "ZPL" : "EPL" }),
  );
  const sold = answers.filter((answer) => answer.purchase !== null);
  expect(new Set(sold.map((answer) => answer.purchase.id)).size).toBe(1);
  const codes = answers.filter((answer) => answer.purchase === null).map((answer) => answer.userErrors[0].code);
  expect(new Set(codes)).toEqual(new Set(["IDEMPOTENCY_KEY_REUSED"]));
  expect(await requestCount(service, "SHIP")).toBe(1);
});

it(`${buyers} different shipments at once are all sold, each once`, async () => {
  const answers = await atOnce((instance) => buy(instance, { labelFormat: "ZPL" }));
  expect(answers.map((answer) => answer.purchase.state)).toEqual(Array(buyers).fill("PURCHASED"));
  const numbers = answers.map((answer) => answer.shipment.packages[0].trackingNumber);
  expect(new Set(numbers).size).toBe(buyers);
  expect(await requestCount(service, "SHIP")).toBe(buyers);
  const booked = new Set((await liveBookings()).map((shipment) => shipment.shipmentIdentificationNumber));
  expect(numbers.filter((number) => !booked.has(number))).toEqual([]);
});

it("waiting for UPS holds no database connection: all wait at once, though the pools are far smaller", async () => {
  await hold(service, "SHIP", buyers);
  const buying = atOnce((instance) => buy(instance, { labelFormat: "ZPL" }));
  await arrived(service, "SHIP", buyers);
  const unanswered = (await service.control.requests()).filter(
    ({ operation, status }) => operation === "SHIP" && !status,
  );
  expect(unanswered).toHaveLength(buyers);
  await service.control.release();
  expect((await buying).map((answer) => answer.purchase.state)).toEqual(Array(buyers).fill("PURCHASED"));
});
