import type { SimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { findViolations } from "../../../src/database/invariants/find-violations.js";
import type { Evidence } from "./compare-ledger.js";
import type { DatabaseView } from "./database-view.js";
import { timings } from "./timings.js";
import { type Verdict, verdict } from "./verdict.js";

type Recorded = Pick<Evidence, "ledger" | "upsDocuments" | "purchases" | "packages" | "counters" | "documents">;

/** What UPS has sold, and what is on record of it. */
export async function collectRecords(control: SimulatorControl, view: DatabaseView): Promise<Recorded> {
  return {
    ledger: await control.ledger(),
    upsDocuments: await control.documents(),
    purchases: await view.purchases(),
    packages: await view.packages(),
    counters: await view.counters(),
    documents: await view.documents(),
  };
}

/** The invariants that hold in SQL once all is quiet. */
export async function judgeInvariants(adminUrl: string): Promise<Verdict[]> {
  const reconcileAfterSeconds = Number(timings.RECONCILE_AFTER_SECONDS);
  const violations = await findViolations({ adminUrl, reconcileAfterSeconds, isAtRest: true });
  return violations.map(({ name, rows }) => {
    const broken = rows.map((row) => JSON.stringify(row));
    return verdict(name, broken);
  });
}
