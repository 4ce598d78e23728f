import { AppError } from "../errors.js";
import type { Log } from "../log.js";
import { UnknownKey } from "../security/key-provider.js";
import { openEntry, type Sealer, sealEntry } from "./entry-form.js";
import { asideName, type EntryName, isAside, newName, type Owner, parseAnyName, thisProcess } from "./entry-name.js";
import { findEntries } from "./find-entries.js";
import { Folder, partName } from "./folder.js";
import {
  type EntryKey,
  type EntryKind,
  entryKinds,
  type FoundEntry,
  type Journal,
  type JournalStatus,
  type KeptEntry,
  notKept,
  type Settled,
} from "./journal.js";
import { Leftovers } from "./leftovers.js";
import { SettlingPauses } from "./settling-pauses.js";

export interface FileJournalOptions {
  folder: string;
  sealer: Sealer;
  log: Log;
  /** A file of another host's process is taken after so long: by then that one has stored it or given it up. */
  takenAfterMs?: number;
}

type Settle = (key: EntryKey, value: unknown) => Promise<Settled>;

/**
 * A file for each entry, sealed, in a folder that servers may share. A file bears the name of the process that stores it;
 * whoever takes it from one that is gone renames it first, which only one can.
 */
export class FileJournal implements Journal {
  readonly #folder: Folder;
  readonly #owner: Owner = thisProcess();
  readonly #leftovers: Leftovers;
  /** Files that this process is storing at the moment. */
  readonly #underWay = new Set<string>();
  readonly #pauses = new SettlingPauses();
  #isChecked = false;
  #status: JournalStatus = { isProtected: true, left: 0, setAside: 0 };

  constructor(private readonly options: FileJournalOptions) {
    this.#folder = new Folder(options.folder);
    this.#leftovers = new Leftovers(this.#folder, this.#owner, options.takenAfterMs);
  }

  status(): JournalStatus {
    return this.#status;
  }

  async keep(key: EntryKey, value: unknown, isDurable = true): Promise<KeptEntry> {
    const { file } = newName(key, this.#owner);
    this.#underWay.add(file);
    try {
      await this.#folder.write(file, sealEntry(this.options.sealer, key, value), isDurable);
      this.#note({ isProtected: true });
      return { forget: () => this.#forget(file), leave: () => void this.#underWay.delete(file) };
    } catch (error) {
      this.#underWay.delete(file);
      this.#note({ isProtected: false });
      const { kind, id } = key;
      this.options.log.warn("What a carrier answered is unprotected until it is stored.", { kind, id, error });
      return notKept;
    }
  }

  async settleLeft(settle: Settle): Promise<void> {
    for (const entry of await this.#listLeft()) await this.#settleOne(entry, settle);
  }

  find(kind: EntryKind, tenantId: string): Promise<FoundEntry[]> {
    return findEntries(this.#folder, this.options.sealer, { kind, tenantId }, (file) => this.#forget(file));
  }

  async #listLeft(): Promise<EntryName[]> {
    const files = await this.#listFiles();
    await this.#leftovers.removeParts(files);
    const abandoned = await this.#leftovers.among(files, this.#underWay);
    this.#note({ left: abandoned.length, setAside: files.filter(isAside).length });
    const due = abandoned.filter(({ file }) => this.#pauses.isOver(file));
    return due.sort((left, right) => entryKinds.indexOf(left.kind) - entryKinds.indexOf(right.kind));
  }

  async #listFiles(): Promise<string[]> {
    try {
      await this.#folder.prepare();
      if (!this.#isChecked || !this.#status.isProtected) await this.#check();
      return await this.#folder.list();
    } catch (error) {
      if (this.#status.isProtected)
        this.options.log.warn("Answers of carriers are unprotected: their folder cannot be used.", { error });
      this.#note({ isProtected: false });
      return [];
    }
  }

  /** What came from a backup or a volume may be open to others. */
  async #closeOld(): Promise<void> {
    const files = await this.#folder.list();
    for (const file of files.filter((name) => parseAnyName(name) !== null)) await this.#folder.close(file);
  }

  /** Throws where nothing can be kept, as on a disk that is full or only read. */
  async #check(): Promise<void> {
    if (!this.#isChecked) await this.#closeOld();
    this.#isChecked = true;
    const { file } = newName({ kind: "CALL", tenantId: "none", id: "probe" }, this.#owner);
    const probe = partName(file);
    await this.#folder.write(probe, Buffer.alloc(4_096), true);
    await this.#folder.remove(probe);
    if (!this.#status.isProtected) this.options.log.info("Answers of carriers are protected again.");
    this.#note({ isProtected: true });
  }

  async #settleOne(entry: EntryName, settle: Settle): Promise<void> {
    const value = await this.#openOrSetAside(entry);
    if (value === undefined) return;
    const file = await this.#take(entry);
    if (file === null) return;
    this.#underWay.add(file);
    try {
      await this.#end({ ...entry, file }, await settle(entry, value));
    } catch (error) {
      this.#retryLater({ ...entry, file }, error);
    } finally {
      this.#underWay.delete(file);
    }
  }

  async #end(entry: EntryName, settled: Settled): Promise<void> {
    if (settled === "DONE") return this.#forget(entry.file);
    if (settled === "NOBODYS") return this.#setAside(entry, new Error("The database does not know it so."));
    this.#pauses.beginFixed(entry.file);
  }

  /** The file under a name of this process's; null: somebody else was first. */
  async #take(entry: EntryName): Promise<string | null> {
    if (entry.owner.instance === this.#owner.instance) return entry.file;
    const { file } = newName(entry, this.#owner);
    return (await this.#folder.rename(entry.file, file)) ? file : null;
  }

  /** Undefined: it cannot be settled, now or ever. */
  async #openOrSetAside(entry: EntryName): Promise<unknown> {
    const sealed = await this.#folder.read(entry.file).catch((error) => this.#unread(entry, error));
    if (sealed === null) return undefined;
    try {
      return openEntry(this.options.sealer, entry, sealed);
    } catch (error) {
      // A key that is missing may come back.
      if (error instanceof UnknownKey) this.#retryLater(entry, error);
      else await this.#setAside(entry, error);
      return undefined;
    }
  }

  #unread(entry: EntryName, error: NodeJS.ErrnoException): null {
    // Somebody else has settled it.
    if (error.code !== "ENOENT") this.#retryLater(entry, error);
    return null;
  }

  /** While the database is away all others would fail too: the turn ends. */
  #retryLater({ kind, id, file }: EntryName, error: unknown): void {
    if (error instanceof AppError && error.code === "DATABASE_UNAVAILABLE") throw error;
    this.#pauses.beginLonger(file);
    this.options.log.error("A kept answer cannot be settled yet.", { kind, id, file, error });
  }

  async #setAside({ kind, id, file }: EntryName, error: unknown): Promise<void> {
    const facts = { kind, id, file, error };
    this.options.log.error("A kept answer cannot be settled and is set aside: see the runbook.", facts);
    await this.#folder.rename(file, asideName(file));
  }

  async #forget(file: string): Promise<void> {
    this.#underWay.delete(file);
    this.#pauses.forget(file);
    await this.#folder
      .remove(file)
      .catch((error) => this.options.log.warn("A kept answer that is stored could not be removed.", { file, error }));
  }

  #note(change: Partial<JournalStatus>): void {
    this.#status = { ...this.#status, ...change };
  }
}
