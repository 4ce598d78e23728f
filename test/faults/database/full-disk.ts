import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A small disk of its own. */
export interface SmallDisk {
  folder: string;
  /** Until nothing more fits. */
  fill(): Promise<void>;
  empty(): Promise<void>;
  remove(): Promise<void>;
}

let missing: string | null | undefined;

/** Why no small disk can be had here; null: it can. */
export function cannotMount(): string | null {
  if (missing === undefined) missing = tryMount();
  return missing;
}

function tryMount(): string | null {
  try {
    const folder = mount(1);
    execFileSync("umount", [folder]);
    rmdirSync(folder);
    return null;
  } catch {
    return "this process may not mount a small disk";
  }
}

function mount(megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), "shipping-disk-"));
  const options = ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0777`, "tmpfs", folder];
  try {
    execFileSync("mount", options, { stdio: "ignore" });
    return folder;
  } catch (error) {
    rmdirSync(folder);
    throw error;
  }
}

/** Throws where `cannotMount` says why. */
export function mountDisk(megabytes: number): SmallDisk {
  const folder = mount(megabytes);
  const ballast = join(folder, "ballast");
  return {
    folder,
    // It ends with an error when nothing more fits: that is what it is for.
    fill: () => run("dd", ["if=/dev/zero", `of=${ballast}`, "bs=8k"]).then(noop, noop),
    empty: () => rm(ballast, { force: true }),
    async remove() {
      await run("umount", [folder]);
      rmdirSync(folder);
    },
  };
}

const noop = () => undefined;
