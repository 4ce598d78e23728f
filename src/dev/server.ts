/** What the supervisor starts: loads the libraries, waits, then is the server. Ends when the supervisor has. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";

process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
const told = once(process, "message");

const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8"));
await Promise.allSettled(Object.keys(dependencies).map((name) => import(name)));

await told;
await import("../main.js");
process.send?.("ready");
