/**
 * What `npm start` runs: builds, then is the server, in one process; with `--dev` what keeps a server built and running.
 * npm hands a SIGTERM to the shell between them only, which dies of it and tells nobody: so the server stops when its
 * parent is gone.
 */
import { spawnSync } from "node:child_process";
import nodeModule, { createRequire } from "node:module";
import { dirname, join } from "node:path";

const parentPollMs = 250;

// Compiled code of libraries is kept beside them, where Node can (22 and newer).
nodeModule.enableCompileCache?.(join(import.meta.dirname, "node_modules/.cache/node"));

const parent = process.ppid;
const compiler = findCompiler();
if (compiler !== null) {
  const project = join(import.meta.dirname, "tsconfig.build.json");
  const { status } = spawnSync(process.execPath, [compiler, "-b", project], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const watch = () => {
  if (process.ppid === parent) return;
  clearInterval(timer);
  process.kill(process.pid, "SIGTERM");
};
const timer = setInterval(watch, parentPollMs).unref();
if (process.env.npm_lifecycle_event === undefined) clearInterval(timer);

await import(process.argv.includes("--dev") ? "./dist/src/dev/main.js" : "./dist/src/main.js");

/** Null in a production install, which has no compiler and runs what was built before. */
function findCompiler() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  } catch {
    return null;
  }
}
