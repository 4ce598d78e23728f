import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Failpoint, failpoints } from "../../src/failpoints.js";
import { throwAwayFolder } from "../support/throw-away-folder.js";
import { answersLeft } from "./harness/answers-left.js";
import { compareLedger, type Evidence } from "./harness/compare-ledger.js";
import { compareTenants } from "./harness/compare-tenants.js";
import type { PackageRow, PurchaseRow } from "./harness/database-view.js";
import { Diary } from "./harness/diary.js";
import { intentOf } from "./harness/intent.js";
import { judgePassages } from "./harness/passages.js";
import { makePlan } from "./harness/plan.js";
import { takeOrder } from "./harness/server/epitaph.js";
import { edited } from "./harness/server/mutation.js";
import { mutations, noClaim } from "./harness/server/mutations.js";
import type { LoggedPassage } from "./harness/server/order.js";

type Booking = Evidence["ledger"][number];

const aBooking = (changes: Partial<Booking> = {}): Booking => ({
  ...{ shipmentIdentificationNumber: "1Z1", shipperNumber: "0A1B2C", serviceCode: "03", references: ["R1"] },
  ...{ bookedAt: "2025-01-01T00:00:00Z", voidedAt: null, total: { amount: "9.50", currencyCode: "USD" }, transId: "t" },
  packages: [{ trackingNumber: "1Z1", voidedAt: null }],
  ...changes,
});
const aPurchase = (changes: Partial<PurchaseRow> = {}): PurchaseRow => ({
  ...{
    tenant_id: "t1",
    id: "lpu_1",
    state: "PURCHASED",
    key: "k1",
    reference: "R1",
    shipment_id: "shp_1",
    order_id: "o1",
    number: "1Z1",
  },
  ...{ is_voided: false, checks: 0, charges: "9.5", is_estimated: false, sent_at: new Date(0) },
  ...{ counted_labels: 1, counted_amount: "9.5", generated_for: [] },
  ...changes,
});
const aPackage = (changes: Partial<PackageRow> = {}): PackageRow => ({
  ...{ tenant_id: "t1", purchase_id: "lpu_1", tracking_number: "1Z1", void_state: "NOT_VOIDED", sha256: "s1" },
  ...{ carrier_sha256: "s1", carrier_format: "ZPL" },
  ...changes,
});
const aDiary = (purchaseId: string, sha256: string, ...voids: string[]) => {
  const diary = new Diary();
  diary.acknowledged.push({ purchaseId, packages: [{ trackingNumber: "1Z1", sha256 }] });
  diary.acknowledgedVoids.push(...voids);
  return diary;
};
const aCounter = (unit: string, used: string) => ({ tenant_id: "t1", unit, used });
const evidence = (changes: Partial<Evidence> = {}): Evidence => ({
  ...{ ledger: [aBooking()], purchases: [aPurchase()], packages: [aPackage()], diary: aDiary("lpu_1", "s1") },
  ...{ counters: [aCounter("LABEL", "1"), aCounter("USD", "9.50")], documents: [], upsDocuments: [] },
  ...{ tenants: [{ id: "t1", accountNumber: "0A1B2C" }], bookedTwice: new Set<string>(), areCountersStill: false },
  ...changes,
});
const brokenBy = (changes: Partial<Evidence>) =>
  [...compareLedger(evidence(changes)), ...compareTenants(evidence(changes))].flatMap(({ name, broken }) =>
    broken.length > 0 ? [name] : [],
  );

const secondBooking = aBooking({
  ...{ shipmentIdentificationNumber: "1Z2", packages: [{ trackingNumber: "1Z2", voidedAt: null }] },
});
const secondPurchase = { id: "lpu_2", reference: "R2", number: "1Z2", key: "k2" };
const bothBooked = [aBooking(), { ...secondBooking, references: ["R2"] }];
const bothStored = [aPackage(), aPackage({ purchase_id: "lpu_2", tracking_number: "1Z2" })];
const voidedAt = "2025-01-01T00:01:00Z";

it("finds nothing where UPS, the database and the buyers agree", () => {
  expect(brokenBy({})).toEqual([]);
  expect(brokenBy(counted({ LABEL: "1", USD: "9.50" }))).toEqual([]);
  expect(brokenBy({ documents: [aPaper(["1Z1"])], upsDocuments: [atUps(["1Z1"])] })).toEqual([]);
  const twice = { documents: [aPaper(["1Z1"])], upsDocuments: [atUps([])], bookedTwice: new Set(["1Z1"]) };
  expect(brokenBy(twice)).toEqual([]);
  const whole = aBooking({ voidedAt, packages: [{ trackingNumber: "1Z1", voidedAt }] });
  const world = { ledger: [whole], purchases: [aPurchase({ is_voided: true })], diary: aDiary("lpu_1", "s1", "1Z1") };
  expect(brokenBy({ ...world, packages: [aPackage({ void_state: "VOIDED" })] })).toEqual([]);
});

const foreign = "bookings of another tenant's account";
const miscounted = "spend counters that do not add up";
const counted = (used: Record<string, string>) => ({
  ...{ areCountersStill: true, counters: Object.entries(used).map(([unit, count]) => aCounter(unit, count)) },
});
const aPaper = (bookings: string[]) => ({ tenant_id: "t1", id: "doc_1", carrier_document_id: "D1", bookings });
const atUps = (shipments: string[]) => ({ documentId: "D1", shipments }) as Evidence["upsDocuments"][number];

it.each<[string, Partial<Evidence>, string[]]>([
  [
    "a purchase that was sent twice",
    { ledger: [aBooking(), secondBooking] },
    [
      ...["no purchase is sent twice", "double purchases by key", "double purchases by shipment"],
      ...["double purchases by intent", "lost labels"],
    ],
  ],
  [
    "a purchase that was sent twice and mended",
    { ledger: [aBooking(), { ...secondBooking, voidedAt, packages: [{ trackingNumber: "1Z2", voidedAt }] }] },
    ["no purchase is sent twice"],
  ],
  [
    "two live purchases of a shipment",
    { ledger: bothBooked, purchases: [aPurchase(), aPurchase(secondPurchase)], packages: bothStored },
    ["double purchases by shipment", "double purchases by intent"],
  ],
  [
    "two live shipments for one intent",
    {
      ledger: bothBooked,
      purchases: [aPurchase(), aPurchase({ ...secondPurchase, shipment_id: "shp_2" })],
      packages: bothStored,
    },
    ["double purchases by intent"],
  ],
  [
    "a booking nobody knows of",
    { ledger: [aBooking(), { ...secondBooking, references: [] }] },
    ["bookings without a purchase"],
  ],
  [
    "a booking whose purchase was given up",
    { purchases: [aPurchase({ state: "NOT_CREATED" })], diary: new Diary() },
    ["lost labels"],
  ],
  ["a booking of which a package is missing", { packages: [], diary: new Diary() }, ["lost labels"]],
  ["a label that UPS does not have", { ledger: [] }, ["labels that UPS does not have", "voids that differ from UPS's"]],
  [
    "a void that UPS does not know",
    { packages: [aPackage({ void_state: "VOIDED" })] },
    ["voids that differ from UPS's"],
  ],
  ["another price than UPS's", { purchases: [aPurchase({ charges: "9.51" })] }, ["prices that differ from UPS's"]],
  [
    "no bytes of what a buyer was told he has",
    { packages: [aPackage({ sha256: null })] },
    ["acknowledged purchases without bytes"],
  ],
  [
    "no purchase of what a buyer was told he has",
    { diary: aDiary("lpu_9", "s1") },
    ["acknowledged purchases without bytes"],
  ],
  [
    "a label that is live though a buyer was told it is void",
    { diary: aDiary("lpu_1", "s1", "1Z1") },
    ["acknowledged voids that are live"],
  ],
  ["a booking of another tenant's account", { ledger: [aBooking({ shipperNumber: "9Z9Z9Z" })] }, [foreign]],
  ["labels that were counted twice", counted({ LABEL: "2", USD: "9.50" }), [miscounted]],
  ["another amount than was spent", counted({ LABEL: "1", USD: "9.51" }), [miscounted]],
  ["a document that UPS does not have", { documents: [aPaper([])] }, ["documents that UPS does not have"]],
  [
    "a document that does not go with its booking",
    { documents: [aPaper(["1Z1"])], upsDocuments: [atUps([])] },
    ["documents that do not go with their booking"],
  ],
  [
    "a booking that was not noted before",
    { purchases: [aPurchase({ sent_at: null })] },
    ["what leaves was noted before"],
  ],
  [
    "a generated return with a key of its own",
    { purchases: [aPurchase({ generated_for: ["lpu_0"] })] },
    ["a generated return has the key of its outbound"],
  ],
])("finds %s", (_, changes, names) => {
  expect(brokenBy(changes)).toEqual(names);
});

it("a seed replays the plan of kills and faults, and what buyers want", () => {
  const options = { kills: 20, buyers: 3, servers: 2, mutation: null };
  const all = (seed: number) => [makePlan({ ...options, seed }), intentOf(seed, 1, 2), intentOf(seed, 2, 1)];
  expect(all(7)).toEqual(all(7));
  expect(all(7)).not.toEqual(all(8));
  expect(intentOf(7, 1, 2)).not.toEqual({ ...intentOf(7, 2, 1), id: "buyer-1-wants-2" });
});

it("a run begins with each failpoint once, one that looks for a weakness does not", () => {
  const options = { seed: 7, kills: 20 };
  expect([...makePlan({ ...options, mutation: null }).firsts].sort()).toEqual([...failpoints].sort());
  expect(makePlan({ ...options, mutation: mutations[0]! }).firsts).toEqual([]);
});

it("an order is carried out by one server", async () => {
  const log = join(await throwAwayFolder("shipping-orders"), "passages");
  expect([takeOrder(log, 1), takeOrder(log, 1), takeOrder(log, 2)]).toEqual([true, false, true]);
  await rm(dirname(log), { recursive: true });
});

it("finds answers that nobody stores any more", async () => {
  const folder = await throwAwayFolder("shipping-answers-left");
  expect(await answersLeft(folder)).toEqual([]);
  await writeFile(join(folder, "one"), "");
  expect(await answersLeft(folder, 1)).toEqual(["one"]);
  await rm(folder, { recursive: true });
});

const passage = (failpoint: Failpoint, at: number, more: Partial<LoggedPassage> = {}): LoggedPassage => ({
  ...{ failpoint, at, id: "lpu_1", server: "server-1" },
  ...more,
});
const brokenOrder = (...passages: LoggedPassage[]) =>
  judgePassages(passages).flatMap(({ name, broken }) => (broken.length > 0 ? [name] : []));
const first = { turn: "2025-01-01T00:00:01.5Z" };
const second = { turn: "2025-01-01T00:00:02Z", server: "server-2" };

it("finds what is sent too late, by somebody else, or looked at in a turn that is over", () => {
  expect(brokenOrder(passage("purchase.claimed", 0), passage("purchase.sending", 100))).toEqual([]);
  expect(brokenOrder(passage("look.beginning", 0, first), passage("look.beginning", 1, second))).toEqual([]);
  expect(brokenOrder(passage("purchase.claimed", 0), passage("purchase.sending", 6_100))).toEqual([
    "no claim is sent that has become stale",
  ]);
  expect(brokenOrder(passage("purchase.claimed", 0), passage("purchase.sending", 1, { server: "server-2" }))).toEqual([
    "a claim is sent by nobody but its maker",
  ]);
  expect(brokenOrder(passage("look.beginning", 0, second), passage("look.beginning", 1, first))).toEqual([
    "no look is begun in a turn that is over",
  ]);
});

it.each([noClaim, ...mutations])("finds the place of the mutation: $name", async ({ edits }) => {
  for (const edit of edits) {
    const source = await readFile(join("src", edit.file.replace(/js$/, "ts")), "utf8");
    expect(edited(source, edit)).not.toBe(source);
  }
});
