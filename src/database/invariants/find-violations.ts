import type { Client } from "pg";
import { connectAlone } from "../server-client.js";
import { chargeInvariants } from "./charge-invariants.js";
import { erasureInvariants } from "./erasure-invariants.js";
import type { Invariant } from "./invariant.js";
import { labelInvariants } from "./label-invariants.js";
import { purchaseInvariants } from "./purchase-invariants.js";

export const invariants: readonly Invariant[] = [
  ...purchaseInvariants,
  ...chargeInvariants,
  ...labelInvariants,
  ...erasureInvariants,
];

/** What they read. */
const tables = [
  ...["carrier_account", "shipment", "shipment_package", "label_purchase"],
  ...[
    "purchased_package",
    "shipping_label",
    "label_file",
    "generated_return",
    "shipping_event",
    "accepted_offer",
    "orphan_booking",
    "spend_counter",
  ],
];

export interface Violations {
  name: string;
  /** The offending rows; empty: the promise holds. */
  rows: Record<string, unknown>[];
}

export interface CheckOptions {
  /** The owner's: the policies let nobody else see all tenants. */
  adminUrl: string;
  /** After how long an unanswered purchase is looked up, as the server is configured. */
  reconcileAfterSeconds: number;
  /** Also what holds only while nothing is under way, and the labels' bytes, all of which are read. */
  isAtRest: boolean;
}

/**
 * Checks every invariant over all tenants in one snapshot, so beside live traffic too. Changes nothing. Throws for a
 * login that would not see all rows: it would find nothing wrong.
 */
export async function findViolations(options: CheckOptions): Promise<Violations[]> {
  const client = await connectAlone(options.adminUrl, "shipping invariants");
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(
      "select set_config('app.invariants', 'on', true), set_config('app.reconcile_after_seconds', $1, true)",
      [String(options.reconcileAfterSeconds)],
    );
    await assertSeesAll(client);
    const found: Violations[] = [];
    for (const { name, sql } of invariants.filter(({ isForRest }) => options.isAtRest || !isForRest))
      found.push({ name, rows: (await client.query(sql)).rows });
    return found;
  } finally {
    await client.end();
  }
}

/** A forced policy hides rows silently, so each table must have the policy that shows them to this login. */
async function assertSeesAll(client: Client): Promise<void> {
  const { rows } = await client.query(
    `select name from unnest($1::text[]) as name
      where to_regclass(name) is null or not (
        (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
        or exists (select from pg_policy p, unnest(p.polroles) role where p.polrelid = to_regclass(name)
             and p.polname = name || '_seen_by_invariants' and pg_has_role(role, 'usage')))`,
    [tables],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(", ");
  throw new Error(
    `This login does not see all rows of ${names}: run the migrations, and give the owner's login as MIGRATION_DATABASE_URL.`,
  );
}
