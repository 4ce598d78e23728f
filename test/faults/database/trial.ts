import { setTimeout as sleep } from "node:timers/promises";
import { Diary } from "../harness/diary.js";
import { type Verdict, verdict } from "../harness/verdict.js";
import type { DatabaseFault } from "./fault.js";
import { firstBegun, judge } from "./judge.js";
import { reconcileLosses } from "./reconcile-losses.js";
import { Sales } from "./sales.js";
import type { Scene } from "./scene.js";

/** What came of one fault. */
export interface Trial {
  name: string;
  purchases: number;
  errors: Record<string, number>;
  /** Until a purchase was begun that ended well; null: none was. */
  secondsUntilBegun: number | null;
  /** Until a buyer had a label; null: nobody did. */
  secondsUntilBought: number | null;
  /** What a purchase took before the fault at most. */
  quietSeconds: number;
  /** Of all that were made in its scene. */
  estimates: number;
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
  ...[
    "labels that UPS does not have",
    "voids that differ from UPS's",
    "acknowledged voids that are live",
    "no buyer was told what no fault explains",
  ],
  ...[
    "no answer waits for the database",
    "what leaves was noted before",
    "documents that do not go with their booking",
  ],
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
  const sales = new Sales(scene.servers, diary, seed, firstBuyer, buyers);
  await becomes(() => sales.bought.length >= soldBefore, warmUpMs);
  const quietSeconds = Math.max(...sales.bought.map(({ seconds }) => seconds));
  const since = await fault.happen(scene);
  const again = () => firstBought(scene, sales, since);
  await becomes(async () => (await again()) !== null, fault.withinSeconds * 1_000 + graceMs);
  await sleep(1_000);
  const secondsUntilBought = secondsBetween(since, await again());
  const { verdicts, estimates } = await judge(scene, sales, diary);
  const reconciled = fault.mayLose ? [await reconcileLosses(scene, since)] : [];
  const secondsUntilBegun = secondsBetween(since, await firstBegun(scene, since));
  const isLoss = ({ name }: Verdict) => fault.mayLose === true && brokenByLoss.has(name);
  const { errors } = sales;
  return {
    ...{ name: fault.name, purchases: diary.acknowledged.length, errors, estimates, quietSeconds },
    ...{ secondsUntilBegun, secondsUntilBought },
    losses: verdicts.filter(isLoss),
    verdicts: [
      ...verdicts.filter((each) => !isLoss(each)),
      ...reconciled,
      isInTime(fault, quietSeconds, secondsUntilBegun),
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

const secondsBetween = (from: Date, to: Date | null) => (to === null ? null : (to.getTime() - from.getTime()) / 1_000);

/** On a machine that was so busy that a purchase took long before the fault, all takes as much longer. */
function isInTime({ withinSeconds }: DatabaseFault<never>, quietSeconds: number, seconds: number | null): Verdict {
  const limit = withinSeconds * Math.max(1, quietSeconds / calmSeconds);
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
