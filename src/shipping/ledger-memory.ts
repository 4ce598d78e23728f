/** What this process knows of the database beyond what the database itself tells; see `docs/operations.md`. */
export class LedgerMemory {
  /** The highest beat that was committed: a database that knows a lower one has gone back. */
  seenBeat = 0;
  /** As of the last beat: the database may have lost claims. Each claim asks for itself. */
  isDoubtful = false;

  /** `doubtSeconds`: for how long keys may be repeated whose claim was lost. */
  constructor(readonly doubtSeconds: number) {}
}
