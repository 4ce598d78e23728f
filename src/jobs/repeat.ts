import type { Log } from "../log.js";

export interface Repeated {
  /** Begins no more turns and waits for the one under way. */
  stop(): Promise<void>;
}

/**
 * Runs `work`, waits, and again; after a turn that gives true, at once. A failure ends nothing; of an outage
 * only the beginning and the end are logged.
 */
export function repeat(name: string, work: () => Promise<unknown>, seconds: number, { log }: { log: Log }): Repeated {
  let isStopped = false;
  let isFailing = false;
  let timer: NodeJS.Timeout;
  const turn = async () => {
    let isMore = false;
    try {
      isMore = (await work()) === true;
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
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
      return underWay;
    },
  };
}
