import type { Log } from "../log.js";
import type { HttpServerOptions, Readiness } from "./http-options.js";
import { type Handler, type Reply, textReply } from "./reply.js";

const readinessTimeoutMs = 3_000;

/** The process answers: nothing else is looked at, or a slow database would get every instance restarted. */
export const livez: Handler = () => textReply(200, "ok");

/** A check's result serves for so long: whoever asks how often, the database is asked once a second. */
const goodForMs = 1_000;

/**
 * Whether to send requests here: the database takes writes, migrations are done, the server is not about to stop.
 */
export function createReadyz(
  options: Pick<HttpServerOptions, "readiness" | "log">,
  isDraining: () => boolean,
): Handler {
  const recent = onceInAWhile(() => check(options));
  return async () => {
    const readiness = isDraining() ? { ok: false, reasons: ["draining"] } : await recent();
    return jsonReply(readiness.ok ? 200 : 503, readiness);
  };
}

/** What `check` gave last, at most `goodForMs` ago; one check at a time, however long it takes. */
function onceInAWhile(check: () => Check): () => Promise<Readiness> {
  let last: Promise<Readiness> | null = null;
  let begunAt = 0;
  let isUnderWay = false;
  return () => {
    if (last === null || (!isUnderWay && performance.now() - begunAt > goodForMs)) {
      begunAt = performance.now();
      isUnderWay = true;
      const { answer, done } = check();
      last = answer;
      void done.finally(() => {
        isUnderWay = false;
      });
    }
    return last;
  };
}

interface Check {
  /** In time, whatever happens. */
  answer: Promise<Readiness>;
  /** When the database is asked no more. */
  done: Promise<unknown>;
}

function check({ readiness, log }: { readiness(): Promise<Readiness>; log: Log }): Check {
  const asked = readiness();
  return { answer: inTime(asked, log), done: asked.catch(() => undefined) };
}

async function inTime(asked: Promise<Readiness>, log: Log): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, reasons: ["no answer in time"] }), readinessTimeoutMs);
  });
  try {
    return await Promise.race([asked, tooLate]);
  } catch (error) {
    log.warn("The readiness check failed", { error });
    return { ok: false, reasons: ["the check failed"] };
  } finally {
    clearTimeout(timer);
  }
}

function jsonReply(status: number, value: unknown): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body: `${JSON.stringify(value)}\n`,
  };
}
