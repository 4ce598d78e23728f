import "reflect-metadata";
import { printVerdicts } from "../harness/report.js";
import type { DatabaseFault, FaultGroup } from "./fault.js";
import { logDisk } from "./log-disk.js";
import { oneHost } from "./one-host.js";
import { latePair, pair } from "./pair.js";
import { managed } from "./patroni.js";
import { pooled } from "./pooler.js";
import { restoredHost } from "./restored.js";
import type { Scene } from "./scene.js";
import { printTable } from "./table.js";
import { type Trial, tryFault } from "./trial.js";

const groups = [oneHost, logDisk, pair, latePair, restoredHost, pooled, managed] as unknown as FaultGroup[];

/** The costliest to get wrong; what `.ci/run` tries. */
const shortList = ["storm of ended sessions", "immediate shutdown and restart", "primary killed, synchronous"];
/** Something hangs. */
const longestMs = 20 * 60_000;

/**
 * Real servers sell while their database fails in one way after the other; then every promise is checked against UPS's own
 * ledger. Arguments choose faults by a part of their names; `--short`: few of them. Exits 1 when a promise was broken.
 */
async function main(args: string[]): Promise<void> {
  const seed = Number(process.env.SEED || Math.floor(Math.random() * 1_000_000));
  console.info(`SEED=${seed}`);
  setTimeout(() => fail(new Error(`No end within ${longestMs / 60_000} minutes.`)), longestMs).unref();
  const wanted = args.includes("--short") ? shortList : args;
  const names = groups.flatMap(({ faults }) => faults.map(({ name }) => name));
  const unknown = wanted.filter((part) => !names.some((name) => name.includes(part)));
  if (unknown.length > 0) throw new Error(`No fault is called ${unknown.join(", ")}.`);
  const isWanted = ({ name }: DatabaseFault) => wanted.length === 0 || wanted.some((part) => name.includes(part));
  const trials: Trial[] = [];
  for (const group of groups)
    trials.push(...(await tryGroup(group, group.faults.filter(isWanted), seed, trials.length)));
  printTable(trials);
  const verdicts = trials.flatMap((trial) => trial.verdicts);
  const failed = verdicts.filter(({ broken }) => broken.length > 0).length;
  console.info(`${verdicts.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function tryGroup(group: FaultGroup, faults: DatabaseFault[], seed: number, before: number): Promise<Trial[]> {
  const trials: Trial[] = [];
  let scene: Scene | null = null;
  let isKept = true;
  const close = () => scene?.close(isKept);
  try {
    for (const fault of faults.filter((each) => canBeMade(group, each))) {
      scene ??= await group.open();
      const trial = await tryFault(fault, scene, seed, 1_000 * (before + trials.length), group.buyers);
      trials.push(trial);
      isKept = report(trial, scene) || (group.isShared && trials.length > 1 && isKept);
      if (group.isShared) continue;
      await close();
      scene = null;
    }
  } finally {
    await close();
  }
  return trials;
}

function canBeMade(group: FaultGroup, fault: DatabaseFault): boolean {
  const missing = group.missing?.() ?? fault.missing?.() ?? null;
  if (missing !== null) console.info(`skipped: ${fault.name}: ${missing}`);
  return missing === null;
}

/** True when a promise was broken. */
function report({ name, verdicts, losses, secondsUntilBegun }: Trial, { logDir }: Scene): boolean {
  const broken = verdicts.filter((verdict) => verdict.broken.length > 0);
  console.info(`${broken.length > 0 ? "BROKEN" : "ok    "} ${name}: buying again after ${secondsUntilBegun ?? "no"} s`);
  printVerdicts([...broken, ...losses]);
  if (broken.length > 0) console.info(`Logs of the servers: ${logDir}`);
  return broken.length > 0;
}

function fail(error: unknown): void {
  console.error(error);
  console.info("0 passed, 1 failed");
  process.exit(1);
}

main(process.argv.slice(2)).catch(fail);
