import { type EntryName, isGone, type Owner, parseName } from "./entry-name.js";
import { type Folder, isPart, wholeName } from "./folder.js";

const usuallyTakenAfterMs = 120_000;

/** What nobody is storing any more: of processes that are gone, or that gave it up. */
export class Leftovers {
  /** `takenAfterMs`: so long after it was written a file of another host's process counts as left. */
  constructor(
    private readonly folder: Folder,
    private readonly owner: Owner,
    private readonly takenAfterMs = usuallyTakenAfterMs,
  ) {}

  /** `underWay`: what this process itself is storing. */
  async among(files: string[], underWay: ReadonlySet<string>): Promise<EntryName[]> {
    const left: EntryName[] = [];
    for (const entry of files.flatMap((file) => parseName(file) ?? []))
      if (this.#isOurs(entry) ? !underWay.has(entry.file) : await this.#isAbandoned(entry.owner, entry.file))
        left.push(entry);
    return left;
  }

  /** What somebody was writing when he died was never kept. */
  async removeParts(files: string[]): Promise<void> {
    for (const file of files.filter(isPart)) {
      const entry = parseName(wholeName(file));
      if (entry === null || this.#isOurs(entry)) continue;
      if (await this.#isAbandoned(entry.owner, file)) await this.folder.remove(file);
    }
  }

  #isOurs({ owner }: EntryName): boolean {
    return owner.instance === this.owner.instance;
  }

  async #isAbandoned(owner: Owner, file: string): Promise<boolean> {
    if (isGone(owner, this.owner)) return true;
    const writtenAt = await this.folder.writtenAt(file).catch(() => null);
    return writtenAt !== null && Date.now() - writtenAt > this.takenAfterMs;
  }
}
