import { learn, type Model } from "./model.js";
import { brokenAtRest, isOpen } from "./promises.js";
import type { Seen } from "./seen.js";
import type { World } from "./world.js";

const mostRounds = 6;

/** Lets the carrier be fine and time pass until nothing is open, and compares with the carrier's books. */
export async function comeToRest(model: Model, world: World): Promise<void> {
  await world.reset();
  await world.service.control.advanceClock(24 * 3_600);
  await world.age(2 * 3_600);
  let seen = await world.look(model.references);
  for (let round = 1; round <= mostRounds && seen.purchases.some(isUnfinished); round++)
    seen = await lookOnce(model, world);
  // Once more: what was given up in the last round may show late.
  seen = await lookOnce(model, world);
  const wrong = [...world.complaints, ...brokenAtRest(model, seen)];
  if (wrong.length > 0) throw new Error(`At rest: ${wrong.join("; ")}`);
}

async function lookOnce(model: Model, world: World): Promise<Seen> {
  await world.reconcile();
  const seen = await world.look(model.references);
  learn(model, seen);
  return seen;
}

const isUnfinished = (purchase: Seen["purchases"][number]): boolean => isOpen(purchase) || purchase.unwanted.length > 0;
