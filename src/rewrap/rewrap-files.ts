import { parseAnyName } from "../journal/entry-name.js";
import { Folder } from "../journal/folder.js";
import type { SecretBox } from "../security/secret-box.js";
import { freshOf } from "./rewrap-rows.js";

/** Puts the answers that a folder keeps under the current key, set aside ones too; gives how many. Safe to repeat. */
export async function rewrapFiles(path: string, box: SecretBox): Promise<number> {
  const folder = new Folder(path);
  let rewrapped = 0;
  for (const file of await listEntries(folder)) {
    const sealed = await readIfThere(folder, file);
    const fresh = sealed && freshIfWhole(box, sealed);
    if (fresh && (await folder.replace(file, fresh))) rewrapped += 1;
  }
  return rewrapped;
}

/** How many files are sealed under each key; `?`: damaged. */
export async function countFiles(path: string, box: SecretBox): Promise<Map<string, number>> {
  const folder = new Folder(path);
  const counts = new Map<string, number>();
  for (const file of await listEntries(folder)) {
    const sealed = await readIfThere(folder, file);
    if (sealed === null) continue;
    const keyId = keyIdOf(box, sealed);
    counts.set(keyId, (counts.get(keyId) ?? 0) + 1);
  }
  return counts;
}

async function listEntries(folder: Folder): Promise<string[]> {
  const files = await folder.list().catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return files.filter((file) => parseAnyName(file) !== null);
}

/** Null: a server has stored it meanwhile. */
function readIfThere(folder: Folder, file: string): Promise<Buffer | null> {
  return folder.read(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

function freshIfWhole(box: SecretBox, sealed: Buffer): Buffer | null {
  return keyIdOf(box, sealed) === "?" ? null : freshOf(box, sealed);
}

function keyIdOf(box: SecretBox, sealed: Buffer): string {
  try {
    return box.keyIdOf(sealed);
  } catch {
    return "?";
  }
}
