import "reflect-metadata";
import { findViolations } from "../../../src/database/invariants/find-violations.js";
import { CarrierWatch } from "./carrier-watch.js";
import { comeToRest, endFaults } from "./come-to-rest.js";
import { compareLedger, type Evidence } from "./compare-ledger.js";
import { DatabaseView } from "./database-view.js";
import { Diary } from "./diary.js";
import { type Damage, disturb } from "./disturbances.js";
import { Market } from "./market.js";
import { type HarnessOptions, readOptions } from "./options.js";
import { makePlan } from "./plan.js";
import { describeRun, print, printVerdicts } from "./report.js";
import { openStage, type Stage, timings } from "./stage.js";
import { type Verdict, verdict } from "./verdict.js";

const patienceMs = 90_000;
/** Something hangs. */
const longestMs = 20 * 60_000;

/**
 * Buyers, kills and faults at once; then quiet, and every promise is checked against UPS's own ledger. Exits 1 when one
 * was broken; with `--control` the servers buy without the claim, and it exits 1 unless doubles are found.
 */
async function main(): Promise<void> {
  const options = readOptions(process.env, process.argv.slice(2));
  const { seed, kills, buyers, servers, isControl } = options;
  console.info(
    `SEED=${seed} KILLS=${kills} BUYERS=${buyers} SERVERS=${servers}${isControl ? ", without the claim" : ""}`,
  );
  const stage = await openStage(options);
  let isKept = true;
  const stop = (reason: string) => {
    console.info(`${reason}\n0 passed, 1 failed`);
    void stage.close(true).finally(() => process.exit(1));
  };
  const timer = setTimeout(() => stop(`No end within ${longestMs / 60_000} minutes.`), longestMs);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop(`Ended by ${signal}.`));
  try {
    const verdicts = await run(options, stage);
    const failed = verdicts.filter(({ broken }) => broken.length > 0).length;
    isKept = failed > 0;
    printVerdicts(verdicts);
    if (isKept) console.info(`Replay with SEED=${seed}. Logs of the servers: ${stage.logDir}`);
    console.info(`${verdicts.length - failed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    clearTimeout(timer);
    await stage.close(isKept);
  }
}

async function run(options: HarnessOptions, stage: Stage): Promise<Verdict[]> {
  await stage.fleet.start(options.servers);
  const diary = new Diary();
  const watch = new CarrierWatch(stage.control);
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`;
  watch.start();
  const market = new Market(options, stage.fleet, diary);
  const damage = await disturb(stage, makePlan(options));
  const killed = seconds();
  await watch.stop();
  await endFaults(stage);
  const view = await DatabaseView.open(stage.adminUrl);
  try {
    const isAtRest = await comeToRest(view, market.close(patienceMs), patienceMs);
    const evidence = {
      ledger: await stage.control.ledger(),
      purchases: await view.purchases(),
      packages: await view.packages(),
      diary,
    };
    print({
      ...describeRun(stage.fleet, damage, watch, evidence),
      "bookings nobody wanted, voided": await view.unwantedVoids(),
      "time until the last kill, until all was quiet": `${killed}, ${seconds()}`,
    });
    if (options.isControl) return judgeControl(evidence);
    const deadlocks = await view.deadlocks();
    return [
      ...(await judge(options, stage, evidence, damage, isAtRest)),
      verdict("no two transactions waited for each other", deadlocks > 0 ? [`${deadlocks} deadlocks`] : []),
    ];
  } finally {
    await view.close();
  }
}

async function judge(options: HarnessOptions, stage: Stage, evidence: Evidence, damage: Damage, isAtRest: boolean) {
  const { diary } = evidence;
  const violations = await findViolations({
    adminUrl: stage.adminUrl,
    reconcileAfterSeconds: Number(timings.RECONCILE_AFTER_SECONDS),
    isAtRest: true,
  });
  return [
    ...compareLedger(evidence),
    ...violations.map(({ name, rows }) =>
      verdict(
        name,
        rows.map((row) => JSON.stringify(row)),
      ),
    ),
    verdict("every purchase came to an end", isAtRest ? [] : [`not within ${patienceMs} ms`]),
    verdict("no server ended by itself", stage.fleet.endedByThemselves),
    verdict(
      "no buyer was told what no fault explains",
      Object.entries(diary.surprises).map((entry) => entry.join(" x ")),
    ),
    verdict("the kills met purchases and voids", nothingMet(options, damage, evidence)),
  ];
}

/** A run in which nothing was in danger proves nothing. */
function nothingMet({ kills }: HarnessOptions, { kills: done, cut }: Damage, { diary, purchases }: Evidence): string[] {
  const conditions = {
    [`${done} kills instead of ${kills}`]: done >= kills,
    "no purchase was cut": cut.purchase > 0,
    "no void was cut": cut.void > 0,
    "fewer labels than half the kills": diary.acknowledged.length >= kills / 2,
    "nothing was found by reconciliation": purchases.some(({ is_estimated }) => is_estimated),
  };
  return Object.entries(conditions).flatMap(([what, isMet]) => (isMet ? [] : [what]));
}

/** The names of what the claim prevents, which must show without it. */
const prevented = ["no purchase is sent twice", "double purchases by key"];

function judgeControl(evidence: Evidence): Verdict[] {
  const found = compareLedger(evidence).filter(({ name }) => prevented.includes(name));
  printVerdicts(found);
  return found.map(({ name, broken }) =>
    verdict(
      `without the claim, finds: ${name}`,
      broken.length > 0 ? [] : ["nothing was bought twice: the harness is blind"],
    ),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  console.info("0 passed, 1 failed");
  process.exitCode = 1;
});
