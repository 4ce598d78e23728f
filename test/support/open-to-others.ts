import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Files and folders below that somebody else than their owner may use in any way, as paths from there. Links have no rights. */
export async function openToOthers(folder: string): Promise<string[]> {
  const paths = (await readdir(folder, { recursive: true })).sort();
  const open: string[] = [];
  for (const path of paths) {
    const found = await lstat(join(folder, path)).catch(() => null);
    if (found && !found.isSymbolicLink() && (found.mode & 0o077) !== 0) open.push(path);
  }
  return open;
}
