import { compareLedger, type Evidence } from "./harness/compare-ledger.js";
import type { PackageRow, PurchaseRow } from "./harness/database-view.js";
import { Diary } from "./harness/diary.js";
import { intentOf } from "./harness/intent.js";
import { makePlan } from "./harness/plan.js";

type Booking = Evidence["ledger"][number];

const aBooking = (changes: Partial<Booking> = {}): Booking => ({
  ...{ shipmentIdentificationNumber: "1Z1", shipperNumber: "0A1B2C", serviceCode: "03", references: ["R1"] },
  ...{ bookedAt: "2025-01-01T00:00:00Z", voidedAt: null, total: { amount: "9.50", currencyCode: "USD" }, transId: "t" },
  packages: [{ trackingNumber: "1Z1", voidedAt: null }],
  ...changes,
});
const aPurchase = (changes: Partial<PurchaseRow> = {}): PurchaseRow => ({
  ...{
    id: "lpu_1",
    state: "PURCHASED",
    key: "k1",
    reference: "R1",
    shipment_id: "shp_1",
    order_id: "o1",
    number: "1Z1",
  },
  ...{ is_voided: false, checks: 0, charges: "9.5", is_estimated: false },
  ...changes,
});
const aPackage = (changes: Partial<PackageRow> = {}): PackageRow => ({
  ...{ purchase_id: "lpu_1", tracking_number: "1Z1", void_state: "NOT_VOIDED", sha256: "s1" },
  ...changes,
});
const aDiary = (purchaseId: string, sha256: string, ...voids: string[]) => {
  const diary = new Diary();
  diary.acknowledged.push({ purchaseId, packages: [{ trackingNumber: "1Z1", sha256 }] });
  diary.acknowledgedVoids.push(...voids);
  return diary;
};
const evidence = (changes: Partial<Evidence> = {}): Evidence => ({
  ...{ ledger: [aBooking()], purchases: [aPurchase()], packages: [aPackage()], diary: aDiary("lpu_1", "s1") },
  ...changes,
});
const brokenBy = (changes: Partial<Evidence>) =>
  compareLedger(evidence(changes)).flatMap(({ name, broken }) => (broken.length > 0 ? [name] : []));

const secondBooking = aBooking({
  ...{ shipmentIdentificationNumber: "1Z2", packages: [{ trackingNumber: "1Z2", voidedAt: null }] },
});
const secondPurchase = { id: "lpu_2", reference: "R2", number: "1Z2", key: "k2" };
const bothBooked = [aBooking(), { ...secondBooking, references: ["R2"] }];
const bothStored = [aPackage(), aPackage({ purchase_id: "lpu_2", tracking_number: "1Z2" })];
const voidedAt = "2025-01-01T00:01:00Z";

it("finds nothing where UPS, the database and the buyers agree", () => {
  expect(brokenBy({})).toEqual([]);
  const whole = aBooking({ voidedAt, packages: [{ trackingNumber: "1Z1", voidedAt }] });
  const world = { ledger: [whole], purchases: [aPurchase({ is_voided: true })], diary: aDiary("lpu_1", "s1", "1Z1") };
  expect(brokenBy({ ...world, packages: [aPackage({ void_state: "VOIDED" })] })).toEqual([]);
});

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
])("finds %s", (_, changes, names) => {
  expect(brokenBy(changes)).toEqual(names);
});

it("a seed replays the plan of kills and faults, and what buyers want", () => {
  const options = { kills: 20, buyers: 3, servers: 2, isControl: false };
  const all = (seed: number) => [makePlan({ ...options, seed }), intentOf(seed, 1, 2), intentOf(seed, 2, 1)];
  expect(all(7)).toEqual(all(7));
  expect(all(7)).not.toEqual(all(8));
  expect(intentOf(7, 1, 2)).not.toEqual({ ...intentOf(7, 2, 1), id: "buyer-1-wants-2" });
});
