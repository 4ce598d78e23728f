import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { throwAwayFolder } from "./throw-away-folder.js";

/** The release whose servers run beside those of this one while it is rolled out: changed with each release. */
const previousRelease = "1c1f8b2";

const root = resolve(__dirname, "../..");

/** Why the previous release cannot be had here; null: it can. */
export function whyNoPreviousRelease(): string | null {
  try {
    execFileSync("git", ["rev-parse", "--verify", "--quiet", `${previousRelease}^{commit}`], { cwd: root });
    return null;
  } catch {
    return `the history of ${previousRelease} is not here`;
  }
}

/** The previous release, built with the libraries that are installed, in a folder of its own; `remove` it. */
export async function buildPreviousRelease() {
  const folder = await throwAwayFolder("shipping-previous");
  const archive = execFileSync("git", ["archive", previousRelease], { cwd: root, maxBuffer: 1024 * 1024 * 1024 });
  execFileSync("tar", ["-x", "-C", folder], { input: archive });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const compile = ["node_modules/typescript/bin/tsc", "-b", "tsconfig.build.json"];
  // Its types may not fit newer libraries; what is written runs all the same, or the test says so.
  const { stdout } = spawnSync(process.execPath, compile, { cwd: folder, encoding: "utf8" });
  if (!existsSync(join(folder, "dist/src/main.js"))) throw new Error(`${previousRelease} cannot be built:\n${stdout}`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
