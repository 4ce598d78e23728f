import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/**
 * Builds what changed; false after errors, which are on the terminal then. Not `tsc -b --watch`: TypeScript 7.0.2 stays
 * at its first build there, and whoever watches by `-p` cannot see when all projects are done.
 */
export async function compile(root: string): Promise<boolean> {
  const args = [compiler, "-b", join(root, "tsconfig.build.json"), "--pretty"];
  const [code] = await once(spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] }), "close");
  return code === 0;
}
