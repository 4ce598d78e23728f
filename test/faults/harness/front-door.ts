import { setTimeout as sleep } from "node:timers/promises";
import { askServer, type Data, ErrorAnswer } from "./ask-server.js";
import type { Doing, Fleet } from "./fleet.js";
import type { Random } from "./random.js";
import type { Tenant } from "./tenants.js";

export type { Data } from "./ask-server.js";

export interface UserError {
  code: string;
  message: string;
}

/** No answer, or one without data: nobody knows what became of the request. */
export class NoAnswer extends Error {}

/** The buyer gave up waiting. */
export class Vanished extends Error {}

const patienceMs = 8_000;

/** The way of a tenant's buyer to the servers: any one that is ready. */
export class FrontDoor {
  constructor(
    private readonly fleet: Fleet,
    private readonly tenant: Tenant,
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
      return await askServer(server.url, this.tenant.token, query, variables, signal);
    } catch (error) {
      if (vanishesAfterMs !== null && signal.aborted) throw new Vanished();
      if (error instanceof ErrorAnswer && !/UNAVAILABLE$|^OVERLOADED$/.test(error.code)) this.report(error.message);
      throw new NoAnswer(error instanceof ErrorAnswer ? error.code : String(error));
    } finally {
      server.underWay[doing] -= 1;
    }
  }

  async #someServer() {
    while (this.fleet.ready.length === 0) await sleep(50);
    return this.random.pick(this.fleet.ready);
  }
}
