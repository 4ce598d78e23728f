/**
 * More requests than the server can do: what it lets in must be answered, quickly, and it must not grow. Only ratios are
 * judged, medians of rounds in which capacity, quiet and rush take turns: `npm run test:load`, with `-- --long` for
 * longer ones. Exits 1 when a promise is broken; the last line is "N passed, N failed".
 */
import "reflect-metadata";
import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome } from "./loader.js";
import { compare, goodPerSecond, type Measured, quantile, type Round } from "./measures.js";
import { openStage, type Stage } from "./stage.js";

/** So many clients keep the server at its capacity: it waits for none of them. */
const clientsAtCapacity = 20;
const quietShare = 0.2;
/** By how many times the capacity. */
const rushes = [1, 2, 5];

const bounds = { leastGoodput: 0.8, mostSlower: 5, mostMemory: 1.3 };

async function main(): Promise<void> {
  const isLong = process.argv.includes("--long");
  const [count, seconds] = isLong ? [5, 10] : [3, 4];
  const stage = await openStage();
  const rounds: Round[] = [];
  try {
    // The compiler of JavaScript and the caches of PostgreSQL are warm then.
    await stage.load({ seconds: 5, clients: clientsAtCapacity });
    while (rounds.length < count) {
      rounds.push(await playRound(stage, seconds));
      console.info(JSON.stringify(rounds.at(-1)?.rushes, (_, value) => rounded(value), 1));
    }
  } finally {
    await stage.close();
  }
  const verdicts = judge(rounds);
  for (const { name, isKept } of verdicts) console.info(`${isKept ? "ok  " : "FAIL"} ${name}`);
  const failed = verdicts.filter(({ isKept }) => !isKept).length;
  console.info(`${verdicts.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

const rounded = (value: unknown) => (typeof value === "number" ? Math.round(value * 100) / 100 : value);

async function playRound(stage: Stage, seconds: number): Promise<Round> {
  const capacity = async () => goodPerSecond(await stage.load({ seconds: seconds / 2, clients: clientsAtCapacity }));
  const quiet = await stage.load({ seconds, perSecond: (await capacity()) * quietShare });
  const measured: [number, Measured][] = [];
  for (const times of rushes) {
    const before = await capacity();
    const [outcome, memory] = await withMemory(stage, () => stage.load({ seconds, perSecond: before * times }));
    await calm(stage);
    measured.push([times, { outcome, memory, capacity: (before + (await capacity())) / 2 }]);
  }
  const usualMemory = measured[0]?.[1].memory ?? Number.NaN;
  return {
    rushes: Object.fromEntries(measured.map(([times, each]) => [times, compare(each, quiet, usualMemory)])),
  };
}

/** Waits until nothing of the rush is under way any more: a server that took everything still works on it. */
async function calm(stage: Stage): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; await sleep(100)) {
    const { answers } = await stage.load({ seconds: 0.1, clients: 1 });
    if (answers.every(({ outcome, milliseconds }) => outcome === "GOOD" && milliseconds < 500)) return;
  }
}

/** The largest that the process became while `work` ran. */
async function withMemory(stage: Stage, work: () => Promise<Outcome>): Promise<[Outcome, number]> {
  let most = await stage.memory();
  const timer = setInterval(async () => {
    most = Math.max(most, await stage.memory());
  }, 200);
  const outcome = await work();
  clearInterval(timer);
  return [outcome, most];
}

function judge(rounds: Round[]) {
  const { leastGoodput, mostSlower, mostMemory } = bounds;
  return rushes.flatMap((times) => {
    const ofRounds = rounds.flatMap(({ rushes: all }) => all[times] ?? []);
    const middle = (measure: "goodput" | "slowest" | "memory") =>
      quantile(
        ofRounds.map((rush) => rush[measure]),
        0.5,
      );
    const [goodput, slower, memory] = [middle("goodput"), middle("slowest"), middle("memory")];
    const problems = ofRounds.flatMap((rush) => rush.problems);
    const at = `${times} times the capacity`;
    return [
      {
        name: `at ${at} as much is answered as at most ever (${goodput.toFixed(2)}, at least ${leastGoodput})`,
        isKept: goodput >= leastGoodput,
      },
      {
        name: `at ${at} what is let in is answered in time (p99 ${slower.toFixed(1)} times the quiet one, at most ${mostSlower})`,
        isKept: slower <= mostSlower,
      },
      {
        name: `at ${at} the server does not grow (${memory.toFixed(2)}, at most ${mostMemory})`,
        isKept: memory <= mostMemory,
      },
      {
        name: `at ${at} nothing fails but by a refusal ${problems.slice(0, 3).join("; ")}`,
        isKept: problems.length === 0,
      },
    ];
  });
}

main().catch((error: unknown) => {
  console.error(error);
  console.info("0 passed, 1 failed");
  process.exitCode = 1;
});
