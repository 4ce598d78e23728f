import type { LedgerEntry } from "@shipping-subgraph/ups-simulator/control-client.js";
import type { StoredDocument } from "@shipping-subgraph/ups-simulator/ledger/stored-document.js";
import type { CounterRow, DocumentRow, PackageRow, PurchaseRow } from "./database-view.js";
import type { Diary } from "./diary.js";
import type { Tenant } from "./tenants.js";
import { grouped, repeated, type Verdict, verdict } from "./verdict.js";

/** What UPS sold, what is on record and what buyers were told. */
export interface LedgerEvidence {
  ledger: LedgerEntry[];
  purchases: PurchaseRow[];
  packages: PackageRow[];
  /** Booked by the harness under a purchase's reference, as a request that arrived twice would be. */
  bookedTwice: ReadonlySet<string>;
  diary: Diary;
}

export interface Evidence extends LedgerEvidence {
  counters: CounterRow[];
  documents: DocumentRow[];
  upsDocuments: StoredDocument[];
  tenants: Pick<Tenant, "id" | "accountNumber">[];
  /** The day's counters began with the run, and nothing moves them any more. */
  areCountersStill: boolean;
}

/** A booking with the purchase whose reference it carries. */
interface Booking {
  entry: LedgerEntry;
  purchase: PurchaseRow;
}

const numbersOf = (entry: LedgerEntry) => entry.packages.map((pkg) => pkg.trackingNumber);
const same = (left: string[], right: string[]) => [...left].sort().join() === [...right].sort().join();

/** What UPS sold and what we know of it, in both directions, and what buyers were told. */
export function compareLedger(evidence: LedgerEvidence): Verdict[] {
  const { ledger, purchases, bookedTwice } = evidence;
  const byReference = new Map(purchases.map((purchase) => [purchase.reference, purchase]));
  const bookings = ledger.flatMap((entry): Booking[] => {
    const purchase = entry.references.map((reference) => byReference.get(reference)).find(Boolean);
    return purchase ? [{ entry, purchase }] : [];
  });
  const sent = bookings.filter(({ entry }) => !bookedTwice.has(nameOf(entry)));
  // Nobody looks for a second booking of what is bought already: UPS's doing is not ours.
  const isOurs = ({ entry, purchase: { number } }: Booking) =>
    number === nameOf(entry) || !(bookedTwice.has(nameOf(entry)) || bookedTwice.has(number ?? ""));
  const live = bookings.filter(isOurs).filter(({ entry }) => entry.voidedAt === null);
  return [
    verdict(
      "no purchase is sent twice",
      repeated(sent, ({ purchase }) => purchase.reference),
    ),
    verdict(
      "double purchases by key",
      repeated(live, ({ purchase }) => `${purchase.tenant_id} ${purchase.key ?? purchase.id}`),
    ),
    verdict(
      "double purchases by shipment",
      repeated(live, ({ purchase }) => purchase.shipment_id),
    ),
    verdict(
      "double purchases by intent",
      repeated(
        live.filter(({ entry }) => !entry.returnService),
        ({ purchase }) => purchase.order_id,
        ({ entry, purchase: { id, key, state, shipment_id: shipment } }) =>
          `${nameOf(entry)} of ${id} by ${key}, ${state}, ${shipment}`,
      ),
    ),
    verdict(
      "bookings without a purchase",
      ledger.filter((entry) => !bookings.some((booking) => booking.entry === entry)).map(nameOf),
    ),
    verdict("lost labels", lostLabels(live, evidence)),
    verdict("labels that UPS does not have", phantoms(evidence)),
    verdict("voids that differ from UPS's", differentVoids(evidence)),
    verdict("prices that differ from UPS's", differentPrices(live)),
    verdict("acknowledged purchases without bytes", brokenPromises(evidence)),
    verdict("acknowledged voids that are live", brokenVoids(evidence)),
  ];
}

const nameOf = (entry: LedgerEntry) => entry.shipmentIdentificationNumber;

function lostLabels(live: Booking[], { packages }: LedgerEvidence): string[] {
  const byPurchase = grouped(packages, (pkg) => pkg.purchase_id);
  return live.flatMap(({ entry, purchase }) => {
    const stored = (byPurchase.get(purchase.id) ?? []).map((pkg) => pkg.tracking_number);
    const isHeld =
      purchase.state === "PURCHASED" && purchase.number === nameOf(entry) && same(stored, numbersOf(entry));
    return isHeld
      ? []
      : [`${nameOf(entry)}: ${purchase.id} is ${purchase.state} with ${stored.join(", ") || "nothing"}`];
  });
}

function phantoms({ ledger, purchases }: LedgerEvidence): string[] {
  const live = new Set(ledger.filter((entry) => entry.voidedAt === null).map(nameOf));
  return purchases
    .filter(({ state, is_voided, number }) => state === "PURCHASED" && !is_voided && !live.has(number ?? ""))
    .map(({ id }) => id);
}

function differentVoids({ ledger, packages }: LedgerEvidence): string[] {
  const atUps = new Map(
    ledger.flatMap((entry) => entry.packages.map((pkg) => [pkg.trackingNumber, pkg.voidedAt !== null])),
  );
  return packages
    .filter((pkg) => atUps.get(pkg.tracking_number) !== (pkg.void_state === "VOIDED"))
    .map((pkg) => `${pkg.tracking_number} is ${pkg.void_state}`);
}

/** One that was adopted has an estimate, since UPS tells no charges when it is asked later. */
function differentPrices(live: Booking[]): string[] {
  return live
    .filter(
      ({ entry, purchase }) =>
        purchase.state === "PURCHASED" &&
        !purchase.is_estimated &&
        Number(purchase.charges) !== Number(entry.total.amount),
    )
    .map(({ entry, purchase }) => `${purchase.id}: ${purchase.charges} instead of ${entry.total.amount}`);
}

function brokenPromises({ packages, purchases, diary }: LedgerEvidence): string[] {
  const states = new Map(purchases.map(({ id, state }) => [id, state]));
  const bytes = new Map(packages.map((pkg) => [`${pkg.purchase_id} ${pkg.tracking_number}`, pkg.sha256]));
  return diary.acknowledged.flatMap(({ purchaseId, packages: told }) => {
    const state = states.get(purchaseId);
    if (state !== "PURCHASED") return [`${purchaseId} is ${state}`];
    return told.flatMap(({ trackingNumber, sha256 }) => {
      const held = bytes.get(`${purchaseId} ${trackingNumber}`);
      return held === sha256 ? [] : [`${purchaseId}: of ${trackingNumber} was told ${sha256}, and there is ${held}`];
    });
  });
}

function brokenVoids({ ledger, diary }: LedgerEvidence): string[] {
  const voided = new Set(
    ledger.flatMap((entry) => entry.packages.filter((pkg) => pkg.voidedAt).map((pkg) => pkg.trackingNumber)),
  );
  return diary.acknowledgedVoids.filter((number) => !voided.has(number));
}
