import { answersLeft } from "./answers-left.js";
import { CarrierWatch } from "./carrier-watch.js";
import { comeToRest, endFaults } from "./come-to-rest.js";
import { compareLedger, type Evidence } from "./compare-ledger.js";
import { compareTenants } from "./compare-tenants.js";
import { DatabaseView } from "./database-view.js";
import { Diary } from "./diary.js";
import { type Damage, disturb, unmetFailpoints, wholeRunKills } from "./disturbances.js";
import { collectRecords, judgeInvariants } from "./evidence.js";
import { differentLabels, readBookings } from "./label-bytes.js";
import { Market } from "./market.js";
import type { HarnessOptions } from "./options.js";
import { countPassages, judgePassages, readPassages } from "./passages.js";
import { makePlan } from "./plan.js";
import { describeRun, print, printVerdicts } from "./report.js";
import type { Stage } from "./stage.js";
import { prepareTenants } from "./tenants.js";
import { type Verdict, verdict } from "./verdict.js";

/** A mutated server may never come to rest. */
const patienceOf = ({ mutation }: HarnessOptions) => (mutation === null ? 90_000 : 20_000);

/** All that is checked; of a mutation, whether it was found. */
export async function run(options: HarnessOptions, stage: Stage): Promise<Verdict[]> {
  await stage.fleet.start(options.servers, (first) => prepareTenants(first, stage.tenants));
  const patienceMs = patienceOf(options);
  const diary = new Diary();
  const watch = new CarrierWatch(stage.control);
  const begun = { at: performance.now(), day: today() };
  const seconds = () => `${((performance.now() - begun.at) / 1000).toFixed(0)} s`;
  watch.start();
  const market = new Market(options, stage, diary);
  const damage = await disturb(stage, makePlan(options), options);
  const killed = seconds();
  await watch.stop();
  await endFaults(stage);
  const view = await DatabaseView.open(
    stage.adminUrl,
    stage.tenants.map(({ id }) => id),
  );
  try {
    const unrest = await comeToRest(view, market.close(patienceMs), patienceMs);
    const areCountersStill = unrest === null && begun.day === today();
    const about = { tenants: stage.tenants, bookedTwice: damage.bookedTwice, diary, areCountersStill };
    const evidence = { ...(await collectRecords(stage.control, view)), ...about };
    const passages = readPassages(stage.passages);
    print({
      ...describeRun(stage.fleet, damage, watch, countPassages(passages), evidence),
      "bookings nobody wanted, voided": await view.unwantedVoids(),
      "time until the last kill, until all was quiet": `${killed}, ${seconds()}`,
    });
    const verdicts = [
      ...compareLedger(evidence),
      ...compareTenants(evidence),
      verdict("labels that are not UPS's", await differentLabels(evidence.packages, readBookings(stage.ledgerFile))),
      ...judgePassages(passages),
      verdict("what UPS answered is stored, and not kept any more", await answersLeft(stage.answersDir)),
      ...(await judgeInvariants(stage.adminUrl)),
      ...serversEnd(stage, patienceMs, diary, unrest, damage.deadlocks + (await view.deadlocks())),
    ];
    if (options.mutation !== null) return judgeMutation(options.mutation.shownBy, verdicts);
    return [...verdicts, verdict("the kills met what they were to meet", nothingMet(options, damage, evidence))];
  } finally {
    await view.close();
  }
}

const today = () => new Date().toISOString().slice(0, 10);

function serversEnd(
  { fleet }: Stage,
  patienceMs: number,
  diary: Diary,
  unrest: string | null,
  deadlocks: number,
): Verdict[] {
  return [
    verdict("every purchase came to an end", unrest === null ? [] : [`not within ${patienceMs} ms: ${unrest}`]),
    verdict("every buyer was told an end", diary.endless > 0 ? [`${diary.endless} were not`] : []),
    verdict("no server ended by itself", fleet.endedByThemselves),
    verdict(
      "no buyer was told what no fault explains",
      Object.entries(diary.surprises).map((entry) => entry.join(" x ")),
    ),
    verdict("no two transactions waited for each other", deadlocks > 0 ? [`${deadlocks} deadlocks`] : []),
  ];
}

/** A run in which nothing was in danger proves nothing. */
function nothingMet({ kills }: HarnessOptions, damage: Damage, { diary }: Evidence): string[] {
  const unmet = unmetFailpoints(damage);
  const conditions = {
    [`${damage.kills} kills instead of ${kills}`]: damage.kills >= kills / 4,
    "no purchase was cut": damage.cut.purchase > 0,
    "no void was cut": damage.cut.void > 0 || damage.kills < wholeRunKills,
    "fewer labels than a fifth of the kills": diary.acknowledged.length >= damage.kills / 5,
    [`no server was killed at ${unmet.join(", ")}`]: unmet.length === 0 || damage.kills < wholeRunKills,
  };
  return Object.entries(conditions).flatMap(([what, isMet]) => (isMet ? [] : [what]));
}

/** One of the verdicts that the mutation breaks has to say so. */
function judgeMutation(shownBy: string[], verdicts: Verdict[]): Verdict[] {
  printVerdicts(verdicts.filter(({ broken }) => broken.length > 0));
  const found = verdicts.filter(({ name, broken }) => shownBy.includes(name) && broken.length > 0);
  const name = `is found: ${shownBy.join(", or ")}`;
  return [verdict(name, found.length > 0 ? [] : ["nothing was found: the harness is blind"])];
}
