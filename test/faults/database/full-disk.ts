import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PostgresServer } from "../../support/postgres-server.js";

const run = promisify(execFile);
const megabytes = 160;

/** A small disk of its own, on which the database's tables lie. */
export interface FullDisk {
  fill(): Promise<void>;
  empty(): Promise<void>;
  remove(): Promise<void>;
}

export const cannotMount = (): string | null => (process.getuid?.() === 0 ? null : "only root may mount a small disk");

/** Moves the database `shipping` onto a small disk. Null: this process may not mount one. */
export async function mountDisk(postgres: PostgresServer): Promise<FullDisk | null> {
  if (cannotMount()) return null;
  const folder = await mkdtemp(join(tmpdir(), "shipping-disk-"));
  try {
    await run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0777`, "tmpfs", folder]);
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
  await postgres.ownFolder(join(folder, "tables"));
  await postgres.sql(`create tablespace small location '${join(folder, "tables")}'`, "postgres");
  await postgres.sql("alter database shipping set tablespace small", "postgres");
  const ballast = join(folder, "ballast");
  return {
    // It ends with an error when nothing more fits: that is what it is for.
    fill: () => run("dd", ["if=/dev/zero", `of=${ballast}`, "bs=8k"]).then(noop, noop),
    empty: () => rm(ballast, { force: true }),
    async remove() {
      await run("umount", [folder]);
      await rm(folder, { recursive: true });
    },
  };
}

const noop = () => undefined;
