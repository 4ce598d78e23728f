import { loadAccount } from "../account/load-account.js";
import { lookUpBooking } from "../booking/look-up-booking.js";
import type { ShippingDeps } from "../deps.js";
import { inBackground } from "../urgency.js";
import { accountsOf } from "./accounts-of.js";
import { compareList } from "./compare-list.js";
import { comparePurchase } from "./compare-purchase.js";
import type { Finding } from "./finding.js";
import { keptPackages } from "./kept-packages.js";
import { Pace } from "./pace.js";
import { callsWithoutPurchase, touchedPurchases } from "./touched-purchases.js";
import { type OrphanEnding, voidOrphan } from "./void-orphan.js";

export interface LedgerQuestion {
  /** All whose rows are compared. */
  tenantIds: string[];
  /** An instant: what was touched since is asked about. */
  since: string;
  /** The text of a list that a carrier exported; null: none. */
  list: string | null;
  /** Look-ups at the carrier. */
  perMinute: number;
}

export interface LedgerReport {
  /** Purchases that the carrier was asked about. */
  asked: number;
  /** Packages of the list. */
  listed: number;
  findings: Finding[];
}

/**
 * Compares what the rows of all tenants say with what their carriers have, and with answers of theirs that are kept and
 * that the database does not have. Changes nothing. Throws where the list cannot be read.
 */
export async function reconcileLedger(deps: ShippingDeps, question: LedgerQuestion): Promise<LedgerReport> {
  const list = question.list === null ? [] : readList(deps, question.list);
  const patient = inBackground(deps);
  const pace = new Pace(question.perMinute);
  const findings: Finding[] = [];
  let asked = 0;
  for (const tenantId of question.tenantIds) {
    const found = await compareTenant(patient, tenantId, question.since, pace);
    asked += found.asked;
    findings.push(...found.findings);
  }
  const kept = await keptPackages(deps, question.tenantIds, list);
  findings.push(...(await compareList(deps, question.tenantIds, [...list, ...kept])));
  return { asked, listed: list.length, findings: withoutRepeats(findings) };
}

/** Voids one orphan at its carrier; `NO_ACCOUNT`: no account of a tenant has its number. */
export async function endOrphan(
  deps: ShippingDeps,
  tenantIds: string[],
  orphan: Finding,
): Promise<OrphanEnding | "NO_ACCOUNT"> {
  const { tenantId, accountId, number } = orphan;
  const isOfPurchase = tenantId !== null && accountId !== null;
  const owners = isOfPurchase || number === null ? [] : await accountsOf(deps, tenantIds, number);
  const by = isOfPurchase ? { tenantId, id: accountId } : owners.find(({ status }) => status === "ACTIVE");
  const loaded = by === undefined ? null : await loadAccount(deps, by.tenantId, by.id);
  return loaded === null ? "NO_ACCOUNT" : voidOrphan(deps, loaded, orphan, owners);
}

/** By the first carrier that has such lists. */
function readList({ carriers }: ShippingDeps, text: string) {
  const reader = [...carriers.values()].find((adapter) => adapter.readShipmentList);
  if (!reader?.readShipmentList) throw new Error("No carrier here has lists of shipments that can be read.");
  return reader.readShipmentList(text);
}

async function compareTenant(deps: ShippingDeps, tenantId: string, since: string, pace: Pace) {
  const findings = await callsWithoutPurchase(deps, tenantId, since);
  const purchases = await touchedPurchases(deps, tenantId, since);
  for (const purchase of purchases) {
    const loaded = await loadAccount(deps, tenantId, purchase.accountId);
    if (loaded === null) continue;
    const lookUp = await pace.ask(() => lookUpBooking(loaded, purchase));
    findings.push(...comparePurchase(tenantId, purchase, lookUp));
  }
  return { asked: purchases.length, findings };
}

/** Asked for and listed it is one finding. */
function withoutRepeats(findings: Finding[]): Finding[] {
  const keyOf = ({ kind, purchaseId, number }: Finding) => `${kind} ${number ?? purchaseId}`;
  return [...new Map(findings.map((finding) => [keyOf(finding), finding] as const)).values()];
}
