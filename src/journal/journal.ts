/** What an entry is about: one answer of a carrier, or one row of the call log, of one tenant. */
export interface EntryKey {
  kind: EntryKind;
  tenantId: string;
  /** Of the row that the entry is to be stored in. */
  id: string;
}

/** In the order in which they are settled: what costs most first. */
export const entryKinds = ["SHIP", "UPLOAD", "VOID_UNWANTED", "VOID", "CALL"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** An entry that its keeper is about to store. Neither ever throws. */
export interface KeptEntry {
  /** It is in the database: nothing of it is kept any more. */
  forget(): Promise<void>;
  /** It could not be stored: `settleLeft` does. */
  leave(): void;
}

/** An entry as it lies there, whoever is to store it. */
export interface FoundEntry extends Pick<KeptEntry, "forget"> {
  key: EntryKey;
  value: unknown;
}

/**
 * DONE: it is in the database, or of no more use. WAITING: what it is about is not yet as it was when it was given.
 * NOBODYS: the database does not know what it is about, or knows it otherwise.
 */
export type Settled = "DONE" | "WAITING" | "NOBODYS";

export interface JournalStatus {
  /** False: what is answered now would be lost with this process, or with a longer outage of the database. */
  isProtected: boolean;
  /** Entries that wait for the database. */
  left: number;
  /** Files that nobody can settle: damaged, sealed with another key, or of no purchase that is known. People look. */
  setAside: number;
}

/**
 * The second place for what must not be lost until the database has it: kept before it is stored, gone afterwards, and
 * settled later where storing failed or the process died. Settling is repeatable, and whoever settles may not be the
 * only one: the database decides.
 */
export interface Journal {
  /**
   * Never throws: what cannot be kept is told in the log, and goes on without. `isDurable` false: kept over a crash of
   * the process, not of the host, which costs no wait for the disk.
   */
  keep(key: EntryKey, value: unknown, isDurable?: boolean): Promise<KeptEntry>;
  /** Settles what was left, by this process or by one that is gone. Throws what `settle` throws while it may be repeated. */
  settleLeft(settle: (key: EntryKey, value: unknown) => Promise<Settled>): Promise<void>;
  /** A tenant's entries of one kind that can be opened, also those that were set aside. Never throws. */
  find(kind: EntryKind, tenantId: string): Promise<FoundEntry[]>;
  status(): JournalStatus;
}

/** Keeps `value` while `store` writes it into the database, and longer where that throws. */
export async function holding<T>(journal: Journal, key: EntryKey, value: unknown, store: () => Promise<T>): Promise<T> {
  const kept = await journal.keep(key, value);
  try {
    const stored = await store();
    await kept.forget();
    return stored;
  } catch (error) {
    kept.leave();
    throw error;
  }
}

/** Of what could not be kept. */
export const notKept: KeptEntry = { forget: () => Promise.resolve(), leave: () => undefined };

/** Where nothing can be kept. */
export const noJournal: Journal = {
  keep: () => Promise.resolve(notKept),
  settleLeft: () => Promise.resolve(),
  find: () => Promise.resolve([]),
  status: () => ({ isProtected: false, left: 0, setAside: 0 }),
};
