import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DatabaseView } from "../harness/database-view.js";
import { type Verdict, verdict } from "../harness/verdict.js";
import { type Scene, tenant } from "./scene.js";

const program = fileURLToPath(new URL("../../../src/reconcile-ledger.js", import.meta.url));

/**
 * What an operator does after the database has lost something: the list that UPS exports is compared, and what nobody holds
 * is voided. Then no label may be paid that nobody knows of.
 */
export async function reconcileLosses(scene: Scene, since: Date): Promise<Verdict> {
  const list = join(scene.logDir, "shipments.csv");
  await writeFile(list, await scene.control.shipmentList());
  const time = new Date(since.getTime() - 60_000).toISOString();
  const said = await run(scene, ["--since", time, "--carrier-list", list, "--void", "--yes", "--per-minute", "60000"]);
  await writeFile(join(scene.logDir, "reconcile-ledger.log"), said);
  const live = (await scene.control.ledger()).filter(({ voidedAt }) => voidedAt === null);
  const onRecord = await numbersOnRecord(scene);
  return verdict(
    "paid labels that nobody knows of",
    live.map((entry) => entry.shipmentIdentificationNumber).filter((number) => !onRecord.has(number)),
  );
}

async function numbersOnRecord(scene: Scene): Promise<Set<string | null>> {
  const view = await DatabaseView.open(scene.adminUrl(), [tenant.id]);
  return view
    .purchases()
    .then((purchases) => new Set(purchases.map(({ number }) => number)))
    .finally(() => view.close());
}

/** Its exit code tells that something was found: what counts is what UPS has afterwards. */
function run({ environment }: Scene, args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, ...environment, LOG_LEVEL: "warn" };
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], { env }, (_, stdout, stderr) => done(stdout + stderr));
  });
}
