import { inSystem } from "../database/tenant-transaction.js";
import type { ShippingDeps } from "../shipping/deps.js";
import { type Repeated, repeat } from "./repeat.js";

type Needed = Pick<ShippingDeps, "database" | "ledger" | "log">;

const everySeconds = 5;

/**
 * Notes again and again which database this is, so that one that has lost commits is noticed, and how old it is known. The
 * first note is done when this resolves: nothing is bought before it.
 */
export async function startLedgerBeat(deps: Needed): Promise<Repeated> {
  let told: string | null = null;
  const note = async (isStart: boolean) => {
    told = tellOnce(deps, await noteLedger(deps, isStart), told);
  };
  await note(true);
  const beat = repeat("Noting which database this is", () => note(false), everySeconds, deps);
  return {
    beat: () => beat.beat(),
    async stop() {
      await beat.stop();
      await noteStopped(deps);
    },
  };
}

interface Note {
  beat: string;
  /** Of the newest doubtful period; null: the database has lost nothing. */
  period_id: string | null;
  reason: string | null;
  lost_since: string | null;
  ends_at: string | null;
}

async function noteLedger({ database, ledger }: Needed, isStart: boolean): Promise<Note> {
  const { seenBeat, doubtSeconds } = ledger;
  const rows: Note[] = await inSystem(database, (manager) =>
    manager.query("select * from note_ledger($1, $2, $3)", [seenBeat, doubtSeconds, isStart]),
  );
  const note = rows[0]!;
  ledger.seenBeat = Math.max(seenBeat, Number(note.beat));
  ledger.isDoubtful = note.period_id !== null;
  return note;
}

function tellOnce({ log }: Needed, note: Note, told: string | null): string | null {
  if (note.period_id === null || note.period_id === told) return note.period_id;
  log.error("The database may have lost its newest purchases: each key that it does not know is asked about at UPS.", {
    reason: note.reason,
    lostSince: note.lost_since,
    until: note.ends_at,
  });
  return note.period_id;
}

/** Where the last server stops in order, a long silence after it means nothing. */
async function noteStopped({ database, log }: Needed): Promise<void> {
  await inSystem(database, (manager) => manager.query("select note_ledger_stopped()")).catch((error) =>
    log.warn("It could not be noted that the server stops.", { error }),
  );
}
