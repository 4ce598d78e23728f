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
  let checked: Promise<Readiness> | null = null;
  let checkedAt = Number.NEGATIVE_INFINITY;
  const recent = () => {
    if (checked === null || performance.now() - checkedAt > goodForMs) {
      checkedAt = performance.now();
      checked = check(options);
    }
    return checked;
  };
  return async () => {
    const readiness = isDraining() ? { ok: false, reasons: ["draining"] } : await recent();
    return jsonReply(readiness.ok ? 200 : 503, readiness);
  };
}

async function check({ readiness, log }: { readiness(): Promise<Readiness>; log: Log }): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, reasons: ["no answer in time"] }), readinessTimeoutMs);
  });
  try {
    return await Promise.race([readiness(), tooLate]);
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
