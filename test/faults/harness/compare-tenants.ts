import type { StoredDocument } from "@shipping-subgraph/ups-simulator/ledger/stored-document.js";
import type { Evidence } from "./compare-ledger.js";
import { type Verdict, verdict } from "./verdict.js";

/** What each tenant has of its own: its account's bookings, what it may spend, its papers. */
export function compareTenants(evidence: Evidence): Verdict[] {
  return [
    verdict("bookings of another tenant's account", foreignBookings(evidence)),
    verdict("spend counters that do not add up", wrongCounters(evidence)),
    verdict("documents that UPS does not have", unknownDocuments(evidence)),
    verdict("documents that do not go with their booking", looseDocuments(evidence)),
    verdict("what leaves was noted before", unnoted(evidence)),
    verdict("a generated return has the key of its outbound", otherKeys(evidence)),
    verdict("an outbound has one generated return", secondReturns(evidence)),
  ];
}

function foreignBookings({ ledger, purchases, packages, tenants }: Evidence): string[] {
  const numberOf = new Map(tenants.map(({ id, accountNumber }) => [id, accountNumber]));
  const owner = new Map<string, string>();
  for (const { reference, tenant_id } of purchases) owner.set(reference, tenant_id);
  for (const { tracking_number, tenant_id } of packages) owner.set(tracking_number, tenant_id);
  return ledger.flatMap(({ references, packages: booked, shipperNumber, shipmentIdentificationNumber }) => {
    const owners = [...references, ...booked.map((pkg) => pkg.trackingNumber)].flatMap((name) => owner.get(name) ?? []);
    return owners.some((id) => numberOf.get(id) !== shipperNumber) ? [shipmentIdentificationNumber] : [];
  });
}

/** A limit counts labels from the claim on, and what they cost from the moment that it is known; a void gives nothing back. */
function wrongCounters({ purchases, counters, tenants, areCountersStill }: Evidence): string[] {
  if (!areCountersStill) return [];
  return tenants.flatMap(({ id }) => {
    const counted = purchases.filter(
      (row) =>
        row.tenant_id === id && row.counted_labels !== null && ["PURCHASED", "PENDING", "UNKNOWN"].includes(row.state),
    );
    const used = (unit: string) => Number(counters.find((row) => row.tenant_id === id && row.unit === unit)?.used ?? 0);
    const labels = sum(counted.map((row) => Number(row.counted_labels)));
    // As expected until the charges are known; rated later, or put right, they move the counter too.
    const costs = sum(counted.map(({ charges, counted_amount }) => Number(charges ?? counted_amount ?? 0)));
    const cent = 0.005;
    return [
      ...(used("LABEL") === labels ? [] : [`${id}: ${used("LABEL")} labels instead of ${labels}`]),
      ...(Math.abs(used("USD") - costs) <= cent ? [] : [`${id}: ${used("USD")} USD instead of ${costs.toFixed(2)}`]),
    ];
  });
}

function unknownDocuments({ documents, upsDocuments }: Evidence): string[] {
  const atUps = new Set(upsDocuments.map(({ documentId }) => documentId));
  return documents.filter((row) => !atUps.has(row.carrier_document_id)).map(({ id }) => id);
}

/** What the harness booked itself has nobody's papers, and may be what a purchase found and kept. */
function looseDocuments({ documents, upsDocuments, bookedTwice }: Evidence): string[] {
  const atUps = new Map(upsDocuments.map((document: StoredDocument) => [document.documentId, document.shipments]));
  return documents.flatMap(({ id, carrier_document_id, bookings }) =>
    bookings
      .filter((number) => !bookedTwice.has(number) && !atUps.get(carrier_document_id)?.includes(number))
      .map((number) => `${id} does not go with ${number}`),
  );
}

function unnoted({ ledger, purchases }: Evidence): string[] {
  const unsent = new Map(purchases.flatMap((row) => (row.sent_at === null ? [[row.reference, row.id]] : [])));
  return ledger.flatMap(({ references }) => references.flatMap((reference) => unsent.get(reference) ?? []));
}

function otherKeys({ purchases }: Evidence): string[] {
  const referenceOf = new Map(purchases.map(({ id, reference }) => [id, reference]));
  return purchases
    .filter(({ generated_for, key }) => {
      const own = generated_for.map((id) => `generated return of ${referenceOf.get(id)}`);
      return own.length > 0 && key !== null && !own.includes(key);
    })
    .map(({ id, key }) => `${id}: ${key}`);
}

function secondReturns({ purchases }: Evidence): string[] {
  const live = purchases.filter((row) => row.key?.startsWith("generated return of ") && row.state === "PURCHASED");
  const keys = live.filter(({ is_voided }) => !is_voided).map(({ key }) => key as string);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
