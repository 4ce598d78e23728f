import { randomBytes } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Makes the folder and writes a file into it, so that what is wrong with it is said at once and in a sentence, not by
 * whatever part first trips over it. Throws an Error that names the folder and the system's reason.
 */
export async function prepareDataDir(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    const probe = join(folder, `.probe-${process.pid}-${randomBytes(4).toString("hex")}`);
    await writeFile(probe, "");
    await rm(probe);
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
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder);
  }
}
