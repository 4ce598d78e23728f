import { setTimeout as sleep } from "node:timers/promises";
import type { Doing, Fleet } from "./fleet.js";
import type { Random } from "./random.js";

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as operations
export type Data = any;

interface GraphQLAnswer {
  data?: Data;
  errors?: { message: string; extensions?: { code?: string } }[];
}

export interface UserError {
  code: string;
  message: string;
}

/** No answer, or one without data: nobody knows what became of the request. */
export class NoAnswer extends Error {}

/** The buyer gave up waiting. */
export class Vanished extends Error {}

const patienceMs = 8_000;

/** A buyer's way to the servers: any one that is ready. */
export class FrontDoor {
  constructor(
    private readonly fleet: Fleet,
    private readonly random: Random,
    /** Told of errors that no fault explains. */
    private readonly report: (problem: string) => void,
  ) {}

  /** The data of one request to one server; throws NoAnswer, or Vanished after `vanishesAfterMs`. */
  async ask(doing: Doing, query: string, variables: object, vanishesAfterMs: number | null = null): Promise<Data> {
    const server = await this.#someServer();
    server.underWay[doing] += 1;
    const signal = AbortSignal.timeout(vanishesAfterMs ?? patienceMs);
    try {
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
        signal,
      });
      return this.#dataOf((await response.json()) as GraphQLAnswer);
    } catch (error) {
      if (vanishesAfterMs !== null && signal.aborted) throw new Vanished();
      throw error instanceof NoAnswer ? error : new NoAnswer(String(error));
    } finally {
      server.underWay[doing] -= 1;
    }
  }

  #dataOf(answer: GraphQLAnswer): Data {
    const [error] = answer.errors ?? [];
    if (!error && answer.data) return answer.data;
    const code = error?.extensions?.code ?? "NO_DATA";
    if (!/UNAVAILABLE$|^OVERLOADED$/.test(code)) this.report(`${code}: ${error?.message}`);
    throw new NoAnswer(code);
  }

  async #someServer() {
    while (this.fleet.ready.length === 0) await sleep(50);
    return this.random.pick(this.fleet.ready);
  }
}
