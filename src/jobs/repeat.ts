import { asWorker } from "../admission/work.js";
import type { Log } from "../log.js";

/** When a loop of this process last came round, for an operator's eyes. */
export interface WorkerBeat {
  name: string;
  /** Of the end of its last turn that did not fail; null: none did yet. */
  lastBeatAt: string | null;
  /** It has not come round for longer than it ever should. */
  isLate: boolean;
}

export interface Repeated {
  beat(): WorkerBeat;
  /** Begins no more turns and waits for the one under way. */
  stop(): Promise<void>;
}

/** A turn may wait for a slow carrier, so a loop is late only after this, and after three of its own intervals. */
const lateAfterSeconds = 120;

/**
 * Runs `work`, waits, and again; after a turn that gives true, at once. A failure ends nothing; of an outage
 * only the beginning and the end are logged.
 */
export function repeat(name: string, work: () => Promise<unknown>, seconds: number, { log }: { log: Log }): Repeated {
  let isStopped = false;
  let isFailing = false;
  let lastBeat: number | null = null;
  const begun = Date.now();
  let timer: NodeJS.Timeout;
  const turn = async () => {
    let isMore = false;
    try {
      isMore = (await asWorker(work)) === true;
      lastBeat = Date.now();
      if (isFailing) log.info(`${name} works again.`);
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn(`${name} does not work at the moment.`, { error });
      isFailing = true;
    }
    if (!isStopped) timer = setTimeout(next, isMore ? 0 : seconds * 1000);
  };
  let underWay: Promise<void>;
  const next = () => {
    underWay = turn();
  };
  next();
  const lateAfterMs = Math.max(lateAfterSeconds, 3 * seconds) * 1000;
  return {
    beat: () => ({
      name,
      lastBeatAt: lastBeat === null ? null : new Date(lastBeat).toISOString(),
      isLate: Date.now() - (lastBeat ?? begun) > lateAfterMs,
    }),
    stop() {
      isStopped = true;
      clearTimeout(timer);
      return underWay;
    },
  };
}
