import { mkdtemp, readdir, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive } from "./is-alive.js";

const memory = "/dev/shm";
/** Many times what the databases of a run and their log take; a container's usual 64 MB are too few. */
const wantedBytes = 3 * 1024 ** 3;

/**
 * A new folder for data that need not outlive this process: in memory where there is plenty, else a temporary one. What
 * killed processes left there under the prefix is removed; a PostgreSQL that is still on it ends by itself.
 */
export async function throwAwayFolder(prefix: string): Promise<string> {
  const place = (await freeBytes(memory)) >= wantedBytes ? memory : tmpdir();
  for (const name of await readdir(place)) if (isAbandoned(name, prefix)) await remove(join(place, name));
  return mkdtemp(join(place, `${prefix}-${process.pid}-`));
}

function isAbandoned(name: string, prefix: string): boolean {
  const pid = new RegExp(`^${prefix}-(\\d+)-`).exec(name)?.[1];
  return pid !== undefined && !isAlive(Number(pid));
}

/** It may be another user's. */
const remove = (folder: string) => rm(folder, { recursive: true, force: true }).catch(() => undefined);

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize;
}
