import { openEntry, type Sealer } from "./entry-form.js";
import { parseAnyName } from "./entry-name.js";
import type { Folder } from "./folder.js";
import type { EntryKey, FoundEntry } from "./journal.js";

/** All entries of a kind and tenant, also those that were set aside; what cannot be opened is left out. */
export async function findEntries(
  folder: Folder,
  sealer: Sealer,
  wanted: Pick<EntryKey, "kind" | "tenantId">,
  forget: (file: string) => Promise<void>,
): Promise<FoundEntry[]> {
  const files = await folder.list().catch(() => []);
  const entries = files.flatMap((file) => parseAnyName(file) ?? []);
  const found = entries
    .filter(({ kind, tenantId }) => kind === wanted.kind && tenantId === wanted.tenantId)
    .map(async (entry): Promise<FoundEntry[]> => {
      try {
        const value = openEntry(sealer, entry, await folder.read(entry.file));
        return [{ key: entry, value, forget: () => forget(entry.file) }];
      } catch {
        // Told of when it was set aside, or when it is to be settled.
        return [];
      }
    });
  return (await Promise.all(found)).flat();
}
