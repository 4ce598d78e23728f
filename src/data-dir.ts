import { randomBytes } from "node:crypto";
import { chmod, lstat, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** PostgreSQL is not run as root, and enters its folder from above where no `/proc` shows another way. */
const ownersOnly = process.getuid?.() === 0 && process.platform !== "linux" ? 0o711 : 0o700;

/** What a demo keeps in its data folder; the folder may be one that other things lie in too. */
const isOurs = (name: string) => /^(keys\.json|postgres|ups|answers|\.probe-)/.test(name);

/**
 * Makes the folder and writes a file into it, so that what is wrong with it is said at once and in a sentence, not by
 * whatever part first trips over it; and lets nobody but its owner read what we keep there, also what another version or
 * umask left open. Throws an Error that names the folder and the system's reason.
 */
export async function prepareDataDir(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    const probe = join(folder, `.probe-${process.pid}-${randomBytes(4).toString("hex")}`);
    await writeFile(probe, "", { mode: 0o600 });
    await rm(probe);
    await keepToOwner(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = reasons[code ?? ""] ?? `it cannot be written to (${code})`;
    throw new Error(`DATA_DIR ${folder} cannot be used: ${reason}. Set DATA_DIR to a folder of your own.`, { cause });
  }
}

const reasons: Record<string, string> = {
  EACCES: "you may not write there",
  EEXIST: "a part of the path is a file",
  ENOTDIR: "a part of the path is a file",
  ENOENT: "it cannot be made there",
  ENOSPC: "the disk is full",
  EPERM: "you may not write there",
  EROFS: "the file system is read-only",
};

/** Folder by folder: `mkdir` with `recursive` never comes back where folders cannot be made, as in `/proc`. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: ownersOnly });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder, { mode: ownersOnly });
  }
}

/** The folder itself only where nothing but ours lies in it: it may be somebody's home, or a folder that all share. */
async function keepToOwner(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.every(isOurs)) await close(folder, ownersOnly);
  for (const name of names.filter(isOurs)) await closeAll(join(folder, name));
}

/** Takes the rights of others from a file, or from a folder and all that is in it. Links lead elsewhere. */
export async function closeAll(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found === null || found.isSymbolicLink()) return;
  if ((found.mode & 0o077) !== 0) await close(path, found.mode & 0o700);
  if (!found.isDirectory()) return;
  for (const name of await readdir(path).catch(() => [])) await closeAll(join(path, name));
}

/** What belongs to somebody else is theirs to close, and what goes meanwhile needs it no more. */
async function close(path: string, mode: number): Promise<void> {
  await chmod(path, mode).catch((error: NodeJS.ErrnoException) => {
    if (!["EPERM", "ENOENT", "EROFS"].includes(error.code ?? "")) throw error;
  });
}
