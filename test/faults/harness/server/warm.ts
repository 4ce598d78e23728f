import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { obeyOrders } from "./obey-orders.js";

/*
 * A server of the harness: `warm.js <bundle> <log of passages> <name>`. It loads the bundle with V8's code cache, which
 * the first server writes, and kills or freezes itself at failpoints as it is ordered.
 */

declare global {
  var startServer: () => Promise<void>;
}

const [bundle, passages, name] = process.argv.slice(2) as [string, string, string];
/** As long as the first requests need to have most functions compiled. */
const cacheAfterMs = 3_000;

const cacheFile = `${bundle}.cache`;
const cachedData = readIfThere(cacheFile);
const script = new Script(Module.wrap(readFileSync(bundle, "utf8")), { filename: bundle, cachedData });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(import.meta.url), module, bundle, dirname(bundle));
if (cachedData === undefined) setTimeout(writeCache, cacheAfterMs).unref();

obeyOrders(passages, name);
// The harness has gone.
process.on("disconnect", () => process.exit(1));
await globalThis.startServer();

/** Whole or not at all: others read it meanwhile. */
function writeCache(): void {
  writeFileSync(`${cacheFile}.${name}`, script.createCachedData());
  renameSync(`${cacheFile}.${name}`, cacheFile);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
