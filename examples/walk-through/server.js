import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const patienceMs = 120_000;

/**
 * Starts the service as `npm start` does, on a database without a row and on free ports. Gives its address, the
 * simulator's, and `stop`, which also removes the data.
 */
export async function startEmptyServer() {
  const folder = await mkdtemp(join(tmpdir(), "shipping-walk-"));
  const child = spawn(process.execPath, ["start.js"], {
    cwd: project,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: "0", DATA_DIR: folder, DEMO_TENANT: "empty" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill("SIGINT");
      await once(child, "exit");
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [url, simulator] = await printed(child, [/ready at (\S+)/, /UPS simulator\s+(\S+)/]);
    return { url, simulator, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first group of each pattern, once all were printed. */
function printed(child, patterns) {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const found = patterns.map((pattern) => pattern.exec(output)?.[1]);
      if (found.every(Boolean)) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`the server was not ready in time:\n${output}`)), patienceMs).unref();
  });
}
