import { findViolations } from "../../../src/database/invariants/find-violations.js";
import { comeToRest } from "../harness/come-to-rest.js";
import { compareLedger } from "../harness/compare-ledger.js";
import { DatabaseView } from "../harness/database-view.js";
import type { Diary } from "../harness/diary.js";
import { timings } from "../harness/stage.js";
import { type Verdict, verdict } from "../harness/verdict.js";
import type { Sales } from "./sales.js";
import { type Scene, servers } from "./scene.js";

const patienceMs = 60_000;

/** The promises after a fault, once all is quiet: what UPS sold, what is on record and what buyers were told agree. */
export async function judge(scene: Scene, sales: Sales, diary: Diary): Promise<Verdict[]> {
  const view = await DatabaseView.open(scene.adminUrl());
  try {
    const isAtRest = await comeToRest(view, sales.close(patienceMs), patienceMs);
    const [ledger, purchases, packages] = [await scene.control.ledger(), await view.purchases(), await view.packages()];
    return [
      ...compareLedger({ ledger, purchases, packages, diary }),
      ...(await violations(scene.adminUrl())),
      verdict("every purchase came to an end", isAtRest ? [] : [`not within ${patienceMs} ms`]),
      verdict("no server ended by itself", [...scene.fleet.endedByThemselves]),
      verdict("no server was started again", scene.fleet.startMs.length === servers ? [] : ["one was"]),
      verdict(
        "no buyer was told what no fault explains",
        Object.entries(diary.surprises).map((entry) => entry.join(" x ")),
      ),
    ];
  } finally {
    await view.close();
  }
}

async function violations(adminUrl: string): Promise<Verdict[]> {
  const reconcileAfterSeconds = Number(timings.RECONCILE_AFTER_SECONDS);
  const found = await findViolations({ adminUrl, reconcileAfterSeconds, isAtRest: true });
  return found.map(({ name, rows }) =>
    verdict(
      name,
      rows.map((row) => JSON.stringify(row)),
    ),
  );
}
