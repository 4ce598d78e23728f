import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/** An editor that saves all its files needs a moment; a burst is worked on once. */
const quietMs = 50;

/**
 * Calls `work` with the TypeScript files that changed and the folders that are new: once for a burst, never twice at a
 * time. What it gives back is in its next call too. Returns what ends the watching.
 */
export function onChanges(roots: readonly string[], work: (changed: Set<string>) => Promise<Set<string>>): () => void {
  let watchers = new Map<string, FSWatcher>();
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isWorking = false;

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void workOff().catch((error: Error) => console.error(error.message)), quietMs);
  };
  const workOff = async () => {
    if (isWorking) return;
    for (const folder of watchFolders()) changed.add(folder);
    if (changed.size === 0) return;
    isWorking = true;
    let left = changed;
    changed = new Set();
    try {
      left = await work(left);
    } finally {
      isWorking = false;
      if (changed.size > 0) soon();
      for (const path of left) changed.add(path);
    }
  };
  /**
   * Folder by folder and each time anew: `recursive` loses a file for good on Node 20 once it was replaced, as editors
   * and git do, and a folder may be another one of the same name.
   */
  const watchFolders = () => {
    const before = watchers;
    watchers = new Map(roots.flatMap(foldersBelow).map((folder) => [folder, watch(folder, note(folder))]));
    for (const watcher of before.values()) watcher.close();
    return [...watchers.keys()].filter((folder) => !before.has(folder));
  };
  const note = (folder: string) => (_: string, name: string | null) => {
    if (name?.endsWith(".ts")) changed.add(join(folder, name));
    soon();
  };
  watchFolders();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

function foldersBelow(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return [root, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))];
}
