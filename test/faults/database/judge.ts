import { readdir } from "node:fs/promises";
import { Client } from "pg";
import { comeToRest } from "../harness/come-to-rest.js";
import { compareLedger } from "../harness/compare-ledger.js";
import { compareTenants } from "../harness/compare-tenants.js";
import { DatabaseView } from "../harness/database-view.js";
import type { Diary } from "../harness/diary.js";
import { collectRecords, judgeInvariants } from "../harness/evidence.js";
import { type Verdict, verdict } from "../harness/verdict.js";
import type { Sales } from "./sales.js";
import { type Scene, tenant } from "./scene.js";

const patienceMs = 60_000;

export interface Judgement {
  verdicts: Verdict[];
  /** Purchases whose charges are not UPS's own, because its answer was lost. */
  estimates: number;
}

/** When the first purchase began after this moment that ended well. Null: none did. */
export async function firstBegun(scene: Scene, since: Date): Promise<Date | null> {
  const client = new Client({ connectionString: scene.adminUrl() });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
    const { rows } = await client.query<{ at: Date | null }>(
      "select min(started_at) as at from label_purchase where started_at >= $1 and state = 'PURCHASED'",
      [since],
    );
    return rows[0]?.at ?? null;
  } finally {
    await client.end();
  }
}

/** The promises after a fault, once all is quiet: what UPS sold, what is on record and what buyers were told agree. */
export async function judge(scene: Scene, sales: Sales, diary: Diary): Promise<Judgement> {
  const view = await DatabaseView.open(scene.adminUrl(), [tenant.id]);
  try {
    const unrest = await comeToRest(view, sales.close(patienceMs), patienceMs);
    // Counters are not compared: they began before the buyers of this fault.
    const about = { tenants: [tenant], bookedTwice: new Set<string>(), diary, areCountersStill: false };
    const evidence = { ...(await collectRecords(scene.control, view)), ...about };
    const verdicts = [
      ...compareLedger(evidence),
      ...compareTenants(evidence),
      ...(await judgeInvariants(scene.adminUrl())),
      verdict("every purchase came to an end", unrest === null ? [] : [`not within ${patienceMs} ms: ${unrest}`]),
      verdict("no answer waits for the database", await readdir(scene.answersDir)),
      verdict("no server ended by itself", [...scene.servers.endedByThemselves]),
      verdict(
        "no buyer was told what no fault explains",
        Object.entries(diary.surprises).map((entry) => entry.join(" x ")),
      ),
    ];
    const estimates = evidence.purchases.filter(
      ({ state, is_estimated }) => state === "PURCHASED" && is_estimated,
    ).length;
    return { verdicts, estimates };
  } finally {
    await view.close();
  }
}
