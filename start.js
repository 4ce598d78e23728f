/**
 * What `npm start` runs: builds, then is the server, in one process; with `--dev` what keeps a server built and running.
 * npm hands a SIGTERM to the shell between them only, which dies of it and tells nobody: so the server stops when its
 * parent is gone. An old Node has to understand this file, to be told that it is old: Node 12 knows neither `?.` and
 * `??` nor `await` outside of functions.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import nodeModule, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const parentPollMs = 250;
const root = dirname(fileURLToPath(import.meta.url));

const help = `npm start            the server: in demo mode with a database and a simulated UPS of its own
npm run dev          the same; every change is built and the server restarted
npm test             the tests
npm run simulator    the simulated UPS alone

Settings are environment variables, for example PORT=4001 npm start; .env.example lists them all.
MODE=production needs a database, keys and tokens: README.md, docs/setup-ups.md.`;

checkNode();
if (process.argv.some((argument) => argument === "--help" || argument === "-h")) {
  console.info(help);
  process.exit(0);
}
const parent = process.ppid;
// Compiled code of libraries is kept beside them, where Node can (22 and newer).
if (nodeModule.enableCompileCache) nodeModule.enableCompileCache(join(root, "node_modules/.cache/node"));
build();

const watch = () => {
  if (process.ppid === parent) return;
  clearInterval(timer);
  process.kill(process.pid, "SIGTERM");
};
const timer = setInterval(watch, parentPollMs).unref();
if (process.env.npm_lifecycle_event === undefined) clearInterval(timer);

import(process.argv.includes("--dev") ? "./dist/src/dev/main.js" : "./dist/src/main.js");

/** Before anything that an old Node stumbles over. One that is new enough but not supported is told, and tried. */
function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const supported = engines.node.split("||").map((range) => range.trim());
  const current = process.versions.node;
  if (supported.some((range) => fits(current, range))) return;
  const names = supported.map((range) => range.replace(/^\D+/, "").replace(/\.0$/, ""));
  const isOld = !isAtLeast(current, names[0]);
  const told = `This needs Node.js ${names.join(", ")} or newer, and runs on ${current}:`;
  console.error(isOld ? `${told} install a newer one.` : `${told} it may not work.`);
  if (isOld) process.exit(1);
}

/** Ranges are of the forms `^20.19.0` and `>=24.11.0`. */
function fits(version, range) {
  const least = range.replace(/^\D+/, "");
  return isAtLeast(version, least) && (range[0] === ">" || version.split(".")[0] === least.split(".")[0]);
}

function isAtLeast(version, least) {
  const [major, minor] = version.split(".").map(Number);
  const [leastMajor, leastMinor] = least.split(".").map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

function build() {
  const compiler = findCompiler();
  if (compiler === null) return;
  const isFirst = !existsSync(join(root, "dist/src/main.js"));
  console.info(isFirst ? "Building; the first start takes 15 to 30 seconds ..." : "Building ...");
  const project = join(root, "tsconfig.build.json");
  const { status } = spawnSync(process.execPath, [compiler, "-b", project], { stdio: "inherit" });
  if (status !== 0) process.exit(status === null ? 1 : status);
}

/** Null in a production install, which has no compiler and runs what was built before. */
function findCompiler() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  } catch {
    return null;
  }
}
