/** The clients, as a process of their own: what they cost must not be taken from the server's event loop. */
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { type Kind, kindAt, operations } from "./traffic.js";

/** Either so many clients that each ask again once they are answered, or so many requests a second whatever happens. */
export interface Phase {
  url: string;
  seconds: number;
  clients?: number;
  perSecond?: number;
}

export interface Answered {
  kind: Kind;
  /** GOOD: what was asked for. REFUSED: 503 with Retry-After. LATE: not within the time that clients have. */
  outcome: "GOOD" | "REFUSED" | "LATE" | "FAILED";
  milliseconds: number;
  /** What else it was. */
  problem?: string;
}

export interface Outcome {
  answers: Answered[];
  seconds: number;
  asked: number;
}

/** A client has given up after so long. */
const patienceMs = 5_000;

let place = 0;

async function ask(pool: Pool, end: AbortSignal): Promise<Answered> {
  const kind = kindAt(place++);
  const { query, variables, isGood } = operations[kind]();
  const begun = performance.now();
  const answered = (outcome: Answered["outcome"], problem?: string): Answered => ({
    ...{ kind, outcome, milliseconds: performance.now() - begun },
    ...(problem && { problem }),
  });
  try {
    const { statusCode, headers, body } = await pool.request({
      ...{ method: "POST", path: "/graphql", headers: { "content-type": "application/json" } },
      ...{
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.any([end, AbortSignal.timeout(patienceMs)]),
      },
    });
    const text = await body.text();
    if (statusCode === 503 && headers["retry-after"] !== undefined) return answered("REFUSED");
    const { data, errors } = JSON.parse(text);
    return !errors && isGood(data) ? answered("GOOD") : answered("FAILED", `${statusCode} ${text.slice(0, 200)}`);
  } catch (error) {
    const isLate = ["AbortError", "TimeoutError"].includes((error as Error).name);
    return isLate ? answered("LATE") : answered("FAILED", String(error));
  }
}

/** The mean of the time between two requests that arrive independently of each other, exponentially distributed. */
const pauseMs = (perSecond: number) => (-Math.log(1 - Math.random()) * 1000) / perSecond;

async function run({ url, seconds, clients, perSecond = 0 }: Phase): Promise<Outcome> {
  const pool = new Pool(url, { connections: null, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  const end = new AbortController();
  const answers: Answered[] = [];
  const underWay = new Set<Promise<void>>();
  let asked = 0;
  const askOnce = () => {
    asked += 1;
    const noted: Promise<void> = ask(pool, end.signal).then((answer) => {
      if (!end.signal.aborted) answers.push(answer);
      underWay.delete(noted);
    });
    underWay.add(noted);
    return noted;
  };
  const begun = performance.now();
  const isOver = () => performance.now() - begun > seconds * 1000;
  if (clients) {
    const client = async () => {
      while (!isOver()) await askOnce();
    };
    await Promise.all(Array.from({ length: clients }, client));
  } else {
    for (let next = begun; !isOver(); await sleep(2))
      for (; next < performance.now(); next += pauseMs(perSecond)) void askOnce();
  }
  const took = (performance.now() - begun) / 1000;
  end.abort();
  await Promise.all(underWay);
  await pool.destroy();
  return { answers, seconds: took, asked };
}

process.on("message", async (phase: Phase) => process.send?.(await run(phase)));
process.on("disconnect", () => process.exit(0));
