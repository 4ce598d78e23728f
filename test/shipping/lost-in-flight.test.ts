import { startLedgerBeat } from "../../src/jobs/ledger-beat.js";
import { eventually } from "../support/eventually.js";
import { arrived, buy, makeDue, purchaseBy, sql } from "../support/purchases.js";
import { asOwner, backUp } from "../support/restored-database.js";
import { seedAccount } from "../support/seed.js";
import { startTestService, type TestService } from "../support/service.js";
import { sweepDuePurchases } from "../support/sweep.js";

/*
 * The database goes back while UPS is asked for three labels, as in a failover to a standby that lagged: the purchases
 * are lost, and their answers come all the same. Two of the keys are repeated before, one afterwards.
 */

let service: TestService;
let backup: Awaited<ReturnType<typeof backUp>>;
let before: string[];
let answers: Promise<unknown>[];

const beatOnce = async () => (await startLedgerBeat(service.deps)).stop();

async function inForce(): Promise<string[]> {
  const live = (await service.control.ledger()).filter(({ voidedAt }) => voidedAt === null);
  return live.map((booking) => booking.shipmentIdentificationNumber);
}

async function inForceUnder(idempotencyKey: string): Promise<string[]> {
  const [{ reference }] = await sql(
    service,
    "select carrier_reference as reference from label_purchase where idempotency_key = $1",
    [idempotencyKey],
  );
  const live = (await service.control.ledger()).filter(({ voidedAt }) => voidedAt === null);
  return live
    .filter(({ references }) => references.includes(reference))
    .map((booking) => booking.shipmentIdentificationNumber);
}

const numberOf = async (idempotencyKey: string): Promise<string> =>
  (await purchaseBy(service, { idempotencyKey })).shipment.packages[0].trackingNumber;

beforeAll(async () => {
  service = await startTestService();
  await seedAccount(service);
  await beatOnce();
  backup = await backUp(service);
  const keys = ["later", "bought", "unclear"];
  await service.control.addFault({ operation: "SHIP", kind: "HOLD", times: keys.length });
  answers = keys.map((idempotencyKey) => buy(service, { idempotencyKey }).catch(() => null));
  await arrived(service, "SHIP", keys.length);
  await beatOnce();
  await backup.restore();
  await buy(service, { idempotencyKey: "notices the loss" });
  await asOwner(service, "update doubtful_period set began_at = began_at - interval '1 minute'");

  await buy(service, { idempotencyKey: "bought" });
  await service.control.addFault({ operation: "SHIP", kind: "LOSE_ANSWER", times: 1 });
  await buy(service, { idempotencyKey: "unclear" });
  before = await inForce();
  await service.control.release();
  await eventually(
    () => inForce(),
    (numbers) => numbers.length === before.length + keys.length,
  );
});
afterAll(async () => {
  await Promise.all(answers);
  await service.close();
  await backup.drop();
});

it("a booking of a lost purchase is not voided, and is its key's when that is repeated", async () => {
  const again = await buy(service, { idempotencyKey: "later" });
  expect(again).toMatchObject({ purchase: { state: "PURCHASED" }, userErrors: [] });
  const number = await numberOf("later");
  expect(before).not.toContain(number);
  expect(await inForceUnder("later")).toEqual([number]);
});

it("of two bookings one is kept and the other voided where the repeated key has no answer yet", async () => {
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  await service.settled();
  expect(await inForceUnder("unclear")).toEqual([await numberOf("unclear")]);
});

it("a second booking is noted at the purchase of the repeated key, and voided", async () => {
  const noted = "select unwanted_bookings || settled_bookings as noted from label_purchase where idempotency_key = $1";
  expect(await sql(service, noted, ["bought"])).toEqual([{ noted: [expect.stringMatching(/^1Z/)] }]);
  await makeDue(service);
  await sweepDuePurchases(service.deps);
  const number = await numberOf("bought");
  expect(before).toContain(number);
  expect(await inForceUnder("bought")).toEqual([number]);
});
