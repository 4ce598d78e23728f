import type { EntityManager } from "typeorm";
import type { LedgerMemory } from "../ledger-memory.js";

/** The database may have lost its newest claims: a key that it does not know is asked about at the carrier. */
export interface Doubt {
  /** Since that was noticed, seconds. */
  ageSeconds: number;
  /** What was booked before is known; an instant. */
  lostSince: string;
}

interface Row {
  age_seconds: number;
  lost_since: string;
}

/** Null: it has lost nothing. Notices by itself when another database answers than before. */
export async function readDoubt(manager: EntityManager, ledger: LedgerMemory): Promise<Doubt | null> {
  const rows: Row[] = await manager.query("select age_seconds, lost_since from doubt_of_claims($1, $2)", [
    ledger.seenBeat,
    ledger.doubtSeconds,
  ]);
  const [row] = rows;
  return row ? { ageSeconds: row.age_seconds, lostSince: row.lost_since } : null;
}
