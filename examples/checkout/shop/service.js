import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { trusting } from "./issuer.js";

const project = fileURLToPath(new URL("../../..", import.meta.url));

/** Of the demo's tenant, whose account and methods the first start enters. */
export const demoTenantId = "01990000-0000-7000-8000-00000000d340";

/**
 * Starts the service as `npm start` does, but for callers with the issuer's tokens only, and with data of its own, so that
 * both can run at once. Gives `ready`, its address, which rejects when it does not start, `ended` and `stop`.
 */
export function startService(issuer) {
  const folder = process.env.DATA_DIR ?? join(project, ".data/checkout");
  const child = spawn(process.execPath, ["start.js"], {
    cwd: project,
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, EXPLORER: "off", ...trusting(issuer) },
    stdio: ["ignore", "pipe", "inherit"],
    // A group of its own: Ctrl-C reaches this program, which stops it once, after the page.
    detached: true,
  });
  const ended = once(child, "exit");
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  };
  return { ready: readAddress(child, ended), ended, stop };
}

/** Reads on afterwards, or the service would wait for its own output to be taken. */
async function readAddress(child, ended) {
  let output = "";
  const ready = new Promise((resolve) => {
    child.stdout.on("data", (chunk) => {
      if (output.length < 100_000) output += chunk;
      const [, url] = /ready at (\S+)/.exec(output) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([ready, ended.then(() => null)]);
  if (url === null) throw new Error(`The shipping service did not start.\n${output}`);
  return url;
}
