import { Decimal } from "decimal.js";
import { In } from "typeorm";
import type { ListedPackage } from "../../carrier/shipment-list.js";
import type { Money } from "../../carrier/values.js";
import { readInTenant } from "../../database/tenant-transaction.js";
import { LabelPurchase } from "../../entities/label-purchase.js";
import { PurchasedPackage } from "../../entities/purchased-package.js";
import { addMoney } from "../../money.js";
import { hasReferenceForm } from "../claim/carrier-reference.js";
import type { ShippingDeps } from "../deps.js";
import type { Finding } from "./finding.js";
import { type KnownNumbers, knownNumbers, ownReferences } from "./known-numbers.js";

const listedAtOnce = 1_000;

/** What differs between a list that the carrier exported and the rows of all tenants. */
export async function compareList(deps: ShippingDeps, tenantIds: string[], list: ListedPackage[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const unknown: ListedPackage[] = [];
  for (let from = 0; from < list.length; from += listedAtOnce) {
    const part = await comparePart(deps, tenantIds, list.slice(from, from + listedAtOnce));
    findings.push(...part.findings);
    unknown.push(...part.unknown);
  }
  return onceForShipment([...findings, ...(await findingsOfUnknown(deps, tenantIds, unknown))]);
}

/** `unknown`: those of which no tenant knows anything. */
async function comparePart(deps: ShippingDeps, tenantIds: string[], list: ListedPackage[]) {
  const numbers = [...new Set(list.flatMap(numbersOf))];
  const references = [...new Set(list.flatMap((listed) => listed.references))];
  const findings: Finding[] = [];
  let unknown = list;
  for (const tenantId of tenantIds) {
    const rows = await knownNumbers(deps, tenantId, numbers, references);
    findings.push(...(await pricesOf(deps, tenantId, rows, list)));
    findings.push(...unknown.flatMap((listed) => strayOf(tenantId, rows, listed)));
    unknown = unknown.filter((listed) => !isKnown(rows, listed));
  }
  return { findings, unknown };
}

/**
 * Those under references that were made here are orphans. Where the list has references of the same form that were not,
 * another installation ships with the account, and some of its would be taken for ours.
 */
async function findingsOfUnknown(
  deps: ShippingDeps,
  [tenantId]: string[],
  unknown: ListedPackage[],
): Promise<Finding[]> {
  if (unknown.length === 0 || tenantId === undefined) return [];
  const isOwn = await ownReferences(deps, tenantId);
  const isShared = unknown.some(({ references }) => references.some((text) => hasReferenceForm(text) && !isOwn(text)));
  return unknown.flatMap((listed) => unknownOf(listed, isOwn, isShared));
}

function numbersOf({ trackingNumber, shipmentIdentificationNumber }: ListedPackage): string[] {
  return shipmentIdentificationNumber === null ? [trackingNumber] : [trackingNumber, shipmentIdentificationNumber];
}

const hasNumber = ({ purchaseOf }: KnownNumbers, listed: ListedPackage) =>
  numbersOf(listed).some((number) => purchaseOf.has(number));

const isKnown = (rows: KnownNumbers, listed: ListedPackage) =>
  hasNumber(rows, listed) || listed.references.some((reference) => rows.purchaseOfReference.has(reference));

/** A number that nobody has, under a reference that a purchase has. */
function strayOf(tenantId: string, rows: KnownNumbers, listed: ListedPackage): Finding[] {
  if (hasNumber(rows, listed) || listed.isVoided) return [];
  const reference = listed.references.find((candidate) => rows.purchaseOfReference.has(candidate));
  const purchase = reference === undefined ? undefined : rows.purchaseOfReference.get(reference);
  if (purchase === undefined) return [];
  const { id: purchaseId, accountId, isOpen } = purchase;
  const detail = isOpen
    ? "Listed; its purchase is open."
    : "Listed under the reference of a purchase that holds it not.";
  const number = listed.shipmentIdentificationNumber ?? listed.trackingNumber;
  return [
    { kind: isOpen ? "OPEN" : "ORPHAN", tenantId, accountId, purchaseId, carrierReference: reference!, number, detail },
  ];
}

function unknownOf(listed: ListedPackage, isOwn: (reference: string) => boolean, isShared: boolean): Finding[] {
  if (listed.isVoided) return [];
  const carrierReference = listed.references.find(isOwn) ?? null;
  const told = [listed.shippedOn, listed.charges && `${listed.charges.amount} ${listed.charges.currencyCode}`];
  return [
    {
      kind: carrierReference === null ? "UNKNOWN_BOOKING" : isShared ? "POSSIBLE_ORPHAN" : "ORPHAN",
      tenantId: null,
      accountId: null,
      purchaseId: null,
      carrierReference: carrierReference ?? listed.references[0] ?? null,
      number: listed.shipmentIdentificationNumber ?? listed.trackingNumber,
      detail: `Listed; no purchase knows it. ${told.filter(Boolean).join(", ")}`.trim(),
    },
  ];
}

function onceForShipment(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.kind} ${finding.number}`, finding])).values()];
}

/** Of purchases all of whose packages are listed with charges. */
async function pricesOf(
  deps: ShippingDeps,
  tenantId: string,
  { purchaseOf }: KnownNumbers,
  list: ListedPackage[],
): Promise<Finding[]> {
  const ids = [...new Set([...purchaseOf.values()].filter((id) => id !== null))];
  if (ids.length === 0) return [];
  const [purchases, packages] = await readInTenant(deps.database, tenantId, async (manager) => [
    await manager.findBy(LabelPurchase, { id: In(ids), state: "PURCHASED" }),
    await manager.findBy(PurchasedPackage, { purchaseId: In(ids) }),
  ]);
  const charged = new Map(list.map(({ trackingNumber, charges }) => [trackingNumber, charges]));
  return purchases.flatMap((purchase) => {
    const own = packages.filter(({ purchaseId }) => purchaseId === purchase.id);
    const listed = total(own.map(({ trackingNumber }) => charged.get(trackingNumber) ?? null));
    const held = purchase.purchasedCharges;
    if (listed === null || held === null || listed.currencyCode !== held.currencyCode) return [];
    if (new Decimal(listed.amount).equals(held.amount)) return [];
    const { accountId, id: purchaseId, carrierReference, shipmentIdentificationNumber: number } = purchase;
    const estimated = purchase.chargesAreEstimated ? ", estimated" : "";
    const detail = `Here ${held.amount} ${held.currencyCode}${estimated}; listed ${listed.amount} ${listed.currencyCode}.`;
    return [{ kind: "PRICE_DIFFERS" as const, tenantId, accountId, purchaseId, carrierReference, number, detail }];
  });
}

/** Null: of one of them nothing is told, or in another currency. */
function total(charges: (Money | null)[]): Money | null {
  const [first, ...rest] = charges;
  if (!first) return null;
  return rest.reduce<Money | null>(
    (sum, next) => (sum && next && sum.currencyCode === next.currencyCode ? addMoney(sum, next) : null),
    first,
  );
}
