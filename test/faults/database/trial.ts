import { setTimeout as sleep } from "node:timers/promises";
import { Diary } from "../harness/diary.js";
import { type Verdict, verdict } from "../harness/verdict.js";
import type { DatabaseFault } from "./fault.js";
import { judge } from "./judge.js";
import { Sales } from "./sales.js";
import type { Scene } from "./scene.js";

/** What came of one fault. */
export interface Trial {
  name: string;
  purchases: number;
  errors: Record<string, number>;
  /** Null: nobody bought again. */
  secondsUntilBuying: number | null;
  /** What a purchase took before the fault at most. */
  quietSeconds: number;
  verdicts: Verdict[];
  /** What the database lost by itself. */
  losses: Verdict[];
}

/** What cannot hold once the database has lost what it acknowledged; that nothing is bought twice by a key holds. */
const brokenByLoss = new Set([
  ...[
    "bookings without a purchase",
    "lost labels",
    "acknowledged purchases without bytes",
    "double purchases by intent",
  ],
  ...["voids that differ from UPS's", "acknowledged voids that are live", "no buyer was told what no fault explains"],
]);

const warmUpMs = 30_000;
/** How much longer than allowed is waited for buyers to buy again. */
const graceMs = 20_000;
const soldBefore = 5;
/** What a purchase takes at most on a machine that has nothing else to do. */
const calmSeconds = 1;

/** Lets a fault happen to a scene while `buyers` buy, and judges it. */
export async function tryFault<S extends Scene>(
  fault: DatabaseFault<S>,
  scene: S,
  seed: number,
  firstBuyer: number,
  buyers: number,
): Promise<Trial> {
  const diary = new Diary();
  const sales = new Sales(scene.fleet, diary, seed, firstBuyer, buyers);
  await becomes(() => sales.bought.length >= soldBefore, warmUpMs);
  const quietSeconds = Math.max(...sales.bought.map(({ seconds }) => seconds));
  const since = await fault.happen(scene);
  const again = () => firstBought(scene, sales, since);
  await becomes(async () => (await again()) !== null, fault.withinSeconds * 1_000 + graceMs);
  await sleep(1_000);
  const boughtAt = await again();
  const secondsUntilBuying = boughtAt === null ? null : (boughtAt.getTime() - since.getTime()) / 1_000;
  const verdicts = await judge(scene, sales, diary);
  const isLoss = ({ name }: Verdict) => fault.mayLose === true && brokenByLoss.has(name);
  const { errors } = sales;
  return {
    ...{ name: fault.name, purchases: diary.acknowledged.length, errors, secondsUntilBuying, quietSeconds },
    losses: verdicts.filter(isLoss),
    verdicts: [
      ...verdicts.filter((each) => !isLoss(each)),
      isInTime(fault, quietSeconds, secondsUntilBuying),
      wasFelt(errors),
    ],
  };
}

/** When the first one was told of something that was booked after `since`. */
async function firstBought({ control }: Scene, { bought }: Sales, since: Date): Promise<Date | null> {
  const later = (await control.ledger()).filter(({ bookedAt }) => new Date(bookedAt) >= since);
  const numbers = new Set(later.flatMap(({ packages }) => packages.map(({ trackingNumber }) => trackingNumber)));
  return bought.find(({ trackingNumbers }) => trackingNumbers.some((number) => numbers.has(number)))?.at ?? null;
}

/** Counted without what a purchase took before, and in times that are as much longer as that was on a busy machine. */
function isInTime({ withinSeconds }: DatabaseFault<never>, quietSeconds: number, seconds: number | null): Verdict {
  const limit = withinSeconds * Math.max(1, quietSeconds / calmSeconds) + quietSeconds;
  const isLate = seconds === null || seconds > limit;
  const name = `buyers buy again within ${withinSeconds} s`;
  return verdict(name, isLate ? [`after ${seconds} s instead of ${limit.toFixed(2)} s`] : []);
}

/** A fault that nobody noticed proves nothing. */
function wasFelt(errors: Record<string, number>): Verdict {
  return verdict("the fault met buyers", Object.keys(errors).length > 0 ? [] : ["nobody noticed anything"]);
}

async function becomes(isSo: () => boolean | Promise<boolean>, limitMs: number): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(250)) if (await isSo()) return;
}
