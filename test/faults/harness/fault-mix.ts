import type { Fault } from "@shipping-subgraph/ups-simulator/faults/fault.js";
import type { Random } from "./random.js";

type Operation = Fault["operation"];

/** Longer than the server waits for a purchase to be found before it counts as not made: see `serverEnvironment`. */
const tooLateSeconds = 45;

/** One misbehaviour of UPS; the operations that spend or give back money have most of them. */
export function someFault(random: Random): Fault {
  const operation = random.pick<Operation>([
    "SHIP",
    "SHIP",
    "SHIP",
    "SHIP",
    "VOID",
    "VOID",
    "RECOVER_LABEL",
    "TRACK_BY_REFERENCE",
    "UPLOAD_DOCUMENT",
    "PUSH_DOCUMENT",
    "TRACK",
    "RATE",
    "LOCATE",
    "TOKEN",
  ]);
  if (operation === "SHIP" || operation === "VOID") return random.pick(spending)(operation, random);
  const isLookUp = operation === "RECOVER_LABEL" || operation === "TRACK_BY_REFERENCE";
  return random.pick(isLookUp ? lookUps : asking)(operation, random);
}

type Make = (operation: Operation, random: Random) => Fault;

const delay: Make = (operation, random) => ({
  ...{ operation, kind: "DELAY", seconds: random.between(1, 15) / 10, times: random.between(1, 6) },
});
const reset: Make = (operation) => ({ operation, kind: "RESET_BEFORE" });
const halfBody: Make = (operation, random) => ({ operation, kind: "HALF_BODY", fraction: random.between(0, 9) / 10 });
const status: Make = (operation, random) => ({
  ...{ operation, kind: "STATUS", status: random.pick([500, 503]), afterProcessing: random.chance(0.5) },
});

/** Longer than any caller waits. */
const hang: Make = (operation, random) => ({ operation, kind: "HANG", seconds: random.between(1, 12) });
/** Lists of one as their element, and what is empty as a text: UPS's other way to write. */
const shape: Make = (operation, random) => ({ operation, kind: "SHAPE", times: random.between(1, 4) });

const asking: Make[] = [delay, delay, reset, halfBody, status, hang];

const spending: Make[] = [
  hang,
  shape,
  shape,
  delay,
  delay,
  delay,
  reset,
  halfBody,
  status,
  (operation, random) => ({ operation, kind: "LOSE_ANSWER", times: random.between(1, 2) }),
  (operation, random) => ({ operation, kind: "BOOK_LATE", afterSeconds: random.between(1, 12) }),
  (operation, random) => ({
    ...{ operation, kind: "BOOK_LATE", afterSeconds: random.chance(0.5) ? tooLateSeconds : random.between(1, 20) },
  }),
  (operation, random) => ({ operation, kind: "RATE_LIMIT", ...(random.chance(0.5) && { retryAfter: "1" }) }),
];

const lookUps: Make[] = [
  hang,
  shape,
  delay,
  reset,
  halfBody,
  status,
  (operation, random) => ({
    operation,
    kind: "RECOVERY_LAG",
    seconds: random.chance(0.1) ? tooLateSeconds : random.between(2, 15),
    times: random.between(1, 4),
  }),
];
