import type { Log } from "../log.js";
import type { HttpServerOptions, Readiness } from "./http-options.js";
import { type Handler, type Reply, textReply } from "./reply.js";

const readinessTimeoutMs = 3_000;

/** The process answers: nothing else is looked at, or a slow database would get every instance restarted. */
export const livez: Handler = () => textReply(200, "ok");

/** Whether to send requests here: the database answers, migrations are done, the server is not about to stop. */
export function createReadyz(
  options: Pick<HttpServerOptions, "readiness" | "log">,
  isDraining: () => boolean,
): Handler {
  return async () => {
    const { ok, reasons } = isDraining() ? { ok: false, reasons: ["draining"] } : await check(options);
    return jsonReply(ok ? 200 : 503, { ok, reasons });
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
