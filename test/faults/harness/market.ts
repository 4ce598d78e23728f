import { setTimeout as sleep } from "node:timers/promises";
import { Asking } from "./asking.js";
import { Buyer } from "./buyer.js";
import { decide } from "./desk.js";
import type { Diary } from "./diary.js";
import { FrontDoor, Vanished } from "./front-door.js";
import { intentOf } from "./intent.js";
import type { HarnessOptions } from "./options.js";
import { randomOf } from "./random.js";
import type { Stage } from "./stage.js";

const deskPauseMs = 1_500;

/** Buyers who want one thing after the other until they are told to stop, and somebody who decides what is stuck. */
export class Market {
  #isOpen = true;
  #endsAt = Number.POSITIVE_INFINITY;
  readonly #people: Promise<void>[];

  constructor(
    private readonly options: HarnessOptions,
    private readonly stage: Stage,
    private readonly diary: Diary,
  ) {
    const buyers = Array.from({ length: options.buyers }, (_, buyer) => this.#shop(buyer));
    const desks = stage.tenants.map((_, tenant) => this.#decide(tenant));
    this.#people = [...buyers, ...desks].map((work) =>
      work.catch((error) => diary.surprise(`somebody broke down: ${error}`)),
    );
  }

  /** Nobody begins anything new; what was begun has this long to come to an end. */
  async close(patienceMs: number): Promise<void> {
    this.#isOpen = false;
    this.#endsAt = Date.now() + patienceMs;
    await Promise.all(this.#people);
  }

  async #shop(number: number): Promise<void> {
    const { seed, mutation } = this.options;
    const buyer = new Buyer(this.#asking(number, "buyer"), this.diary);
    for (let count = 0; this.#isOpen; count += 1) {
      const intent = { ...intentOf(seed, number, count), ...mutation?.focus?.wants };
      await sleep(intent.pauseMs);
      await buyer.carryOut(intent);
    }
  }

  async #decide(tenant: number): Promise<void> {
    const asking = this.#asking(tenant, "desk");
    while (this.#isOpen) {
      await sleep(deskPauseMs);
      await decide(this.stage, this.stage.tenants[tenant]!, asking, this.diary).catch(forgiveVanished);
    }
  }

  #asking(number: number, role: string): Asking {
    const { tenants, fleet } = this.stage;
    const random = randomOf(this.options.seed, role, number);
    const tenant = tenants[number % tenants.length]!;
    const door = new FrontDoor(fleet, tenant, random, (problem) => this.diary.surprise(problem));
    return new Asking(door, this.diary, random, () => Date.now() > this.#endsAt);
  }
}

/** It was too late to decide anything. */
function forgiveVanished(error: unknown): void {
  if (!(error instanceof Vanished)) throw error;
}
