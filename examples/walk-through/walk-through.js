/**
 * The whole UPS guide by GraphQL alone: from an empty database through the setup, an address, prices, a label to Canada
 * with its invoice, a return label, documents, an access point and a void to delivery. The operations are those of the
 * explorer's tour. `--keep <folder>` keeps the documents that come out of it.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createAnswers } from "../../explorer/answers.js";
import { checks } from "./checks.js";
import { endingOf, filesIn } from "./files.js";
import { startEmptyServer } from "./server.js";
import { readTour, runStep } from "./tour.js";

const deliveryMs = 90_000;
const pollMs = 2_000;
const folder = process.argv[process.argv.indexOf("--keep") + 1];
const isKept = process.argv.includes("--keep");

const server = await startEmptyServer();
try {
  const steps = await readTour();
  const answers = createAnswers(steps);
  for (const step of steps) {
    const data = await take(step, answers);
    checks[step.name]?.(data);
    console.log(`  ok: ${step.title}`);
    await keepFiles(step.name, data);
  }
  console.log(`walk-through: ${steps.length} steps passed`);
} catch (error) {
  console.error(`walk-through failed: ${error.stack ?? error}`);
  process.exitCode = 1;
} finally {
  await server.stop();
}

/** Follows the parcel until it has arrived; every other step is run once. */
async function take(step, answers) {
  for (const end = Date.now() + deliveryMs; ; await sleep(pollMs)) {
    const data = await runStep(server.url, step, answers);
    if (!data.refreshTracker || data.refreshTracker.tracker.status === "DELIVERED" || Date.now() > end) return data;
  }
}

/** Every signed link of an answer is followed: a link that does not work ends the walk. */
async function keepFiles(name, data) {
  for (const { path, url } of filesIn(data)) {
    const response = await fetch(url);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok || bytes.length === 0) throw new Error(`${name}: ${path} answered ${response.status}`);
    if (!isKept) continue;
    const ending = endingOf(response.headers.get("content-type"));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, `${name}-${path}.${ending}`), bytes, { mode: 0o600 });
  }
}
