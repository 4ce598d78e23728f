import { readFileSync } from "node:fs";
import type { LoggedPassage } from "./server/order.js";
import { timings } from "./timings.js";
import { grouped, type Verdict, verdict } from "./verdict.js";

/** All that servers logged, in the order in which it happened. */
export function readPassages(file: string): LoggedPassage[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as LoggedPassage);
}

/** How often each failpoint was passed. */
export function countPassages(passages: LoggedPassage[]): Record<string, number> {
  const groups = grouped(passages, ({ failpoint }) => failpoint);
  return Object.fromEntries([...groups].map(([failpoint, all]) => [failpoint, all.length]));
}

/** What must hold of the order of steps, whatever is killed or stands still. */
export function judgePassages(passages: LoggedPassage[]): Verdict[] {
  return [
    verdict("no claim is sent that has become stale", staleClaims(passages)),
    verdict("a claim is sent by nobody but its maker", foreignSends(passages)),
    verdict("no look is begun in a turn that is over", lateTurns(passages)),
  ];
}

/** As `sendWithin` is made of the settings in `start.ts`. */
const sendWithinMs = 1_000 * (Number(timings.RECONCILE_AFTER_SECONDS) - Number(timings.CARRIER_BUY_TIMEOUT_SECONDS));
/** Between the two moments that are logged and those that are compared. */
const slackMs = 50;

function staleClaims(passages: LoggedPassage[]): string[] {
  const claimedAt = new Map<string, number>();
  return passages.flatMap(({ failpoint, id, at, server }) => {
    if (failpoint === "purchase.claimed") claimedAt.set(id, at);
    if (failpoint !== "purchase.sending") return [];
    const waited = at - (claimedAt.get(id) ?? at);
    return waited > sendWithinMs + slackMs ? [`${id} by ${server}, ${waited} ms after it was claimed`] : [];
  });
}

function foreignSends(passages: LoggedPassage[]): string[] {
  const claimedBy = new Map<string, string>();
  return passages.flatMap(({ failpoint, id, server }) => {
    if (failpoint === "purchase.claimed") claimedBy.set(id, server);
    const isForeign = failpoint === "purchase.sending" && claimedBy.get(id) !== server;
    return isForeign ? [`${id} was claimed by ${claimedBy.get(id)} and sent by ${server}`] : [];
  });
}

/** A look is begun while its row is locked: a later one cannot have been begun before it. */
function lateTurns(passages: LoggedPassage[]): string[] {
  const last = new Map<string, number>();
  return passages.flatMap(({ failpoint, id, turn, server }) => {
    if (failpoint !== "look.beginning" || turn === undefined) return [];
    const until = Date.parse(turn);
    const isLate = until <= (last.get(id) ?? 0);
    last.set(id, Math.max(until, last.get(id) ?? 0));
    return isLate ? [`${id} by ${server} in the turn until ${turn}`] : [];
  });
}
