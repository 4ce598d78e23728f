import fc, { type Arbitrary } from "fast-check";
import { type Conditions, lookConditions, shipConditions, voidConditions } from "./carrier-conditions.js";
import type { Step } from "./step.js";
import { AtOnce } from "./steps/at-once.js";
import { BuyInline, BuyShipment, Retry, RetryDifferent } from "./steps/buy.js";
import type { CallInterruption } from "./steps/buy-step.js";
import { BuyersAtOnce } from "./steps/buyers-at-once.js";
import { CreateDraft, DeleteDraft, Quote, UpdateDraft } from "./steps/draft.js";
import { GiveUp } from "./steps/give-up.js";
import { DieReconciling, Reconcile } from "./steps/reconcile.js";
import { Release } from "./steps/release.js";
import { BooksLate, CarrierBecomes, CarrierClockAdvances, HoursPass, PricesBecome } from "./steps/surroundings.js";
import { Void } from "./steps/void.js";

const pick = fc.nat({ max: 5 });
const packages = fc.constantFrom(1 as const, 2 as const);
const moment = fc.constantFrom("BEFORE" as const, "AFTER" as const);
const rarely = fc.nat({ max: 7 }).map((die) => die === 7);
const wish = fc.record({ packages, isRefused: rarely });
const stop = fc.record({ at: moment, end: fc.constantFrom("HANGS" as const, "HANGS" as const, "DIES" as const) });
const interruption: Arbitrary<CallInterruption | null> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: stop },
);
const never = fc.constant(null);

/** FINE comes first, so that failures shrink to it, and about as often as all others together. */
const conditionOf = (conditions: object) =>
  fc.oneof(fc.constant("FINE"), fc.constantFrom(...Object.keys(conditions).filter((name) => name !== "FINE")));

const buyInline = (stop: typeof interruption) => fc.tuple(wish, stop).map((values) => new BuyInline(...values));
const by = fc.constantFrom("ITSELF" as const, "SERVICE" as const, "QUOTE" as const, "QUOTE" as const);
const buyShipment = (stop: typeof interruption) => fc.tuple(pick, by, stop).map((values) => new BuyShipment(...values));
const retry = (stop: typeof interruption) => fc.tuple(pick, stop).map((values) => new Retry(...values));
const voidOf = fc.constantFrom("ALL" as const, "FIRST" as const);
const voids = (stop: typeof interruption) => fc.tuple(pick, voidOf, stop).map((values) => new Void(...values));
const reconcile = fc.constantFrom(1, 2).map((workers) => new Reconcile(workers));
const release = pick.map((value) => new Release(value));
const update = fc.tuple(pick, packages).map((values) => new UpdateDraft(...values));
const remove = pick.map((value) => new DeleteDraft(value));

const crowd = fc.oneof(
  fc.constant({ of: "INLINE" as const, pick: 0, keys: "ONE" as const }),
  fc.record({ of: fc.constant("SHIPMENT" as const), pick, keys: fc.constantFrom("ONE" as const, "OWN" as const) }),
);
const buyersAtOnce = fc.tuple(fc.constantFrom(2, 3, 4), crowd).map((values) => new BuyersAtOnce(...values));

const becomes = (operation: keyof Conditions, conditions: object) =>
  conditionOf(conditions).map((name) => new CarrierBecomes(operation, name));
const shipBecomes = becomes("SHIP", shipConditions);
const voidBecomes = becomes("VOID", voidConditions);
const looksBecome = fc.oneof(becomes("RECOVER_LABEL", lookConditions), becomes("TRACK_BY_REFERENCE", lookConditions));
const giveUp = pick.map((value) => new GiveUp(value));

const together: Arbitrary<Step> = fc
  .array(
    fc.oneof<Arbitrary<Step>[]>(
      buyShipment(never),
      retry(never),
      voids(never),
      reconcile,
      release,
      update,
      remove,
      giveUp,
    ),
    { minLength: 2, maxLength: 3 },
  )
  .map((steps) => new AtOnce(steps));

const create = wish.map((value) => new CreateDraft(value));
const clock = fc.constantFrom(60, 700, 3_600).map((seconds) => new CarrierClockAdvances(seconds));
const dies = fc
  .tuple(fc.constantFrom("recoverLabels" as const, "voidShipment" as const), moment)
  .map((values) => new DieReconciling(...values));

const hours = fc.constant(null).map(() => new HoursPass());
const differently = pick.map((value) => new RetryDifferent(value));
const booksLate = fc.tuple(pick, fc.constantFrom(1, 1, 2)).map((values) => new BooksLate(...values));
const prices = fc.constantFrom(1, 1.5, 0.8, 1.5).map((factor) => new PricesBecome(factor));
const quote = pick.map((value) => new Quote(value));

const times = <T>(count: number, step: T): T[] => Array<T>(count).fill(step);

/** Every step there is; what matters most, or needs others before it, several times. */
export const allSteps: Arbitrary<Step>[] = [
  ...[...times(2, create), update, remove, ...times(4, quote), ...times(3, prices), differently, buyersAtOnce],
  ...[retry(interruption), dies, voidBecomes, clock],
  ...[...times(2, buyInline(interruption)), ...times(4, buyShipment(interruption)), ...times(3, voids(interruption))],
  ...[...times(3, release), ...times(3, reconcile), ...times(2, giveUp), ...times(2, together)],
  ...[...times(3, shipBecomes), ...times(2, looksBecome), ...times(2, hours), ...times(2, booksLate)],
];
