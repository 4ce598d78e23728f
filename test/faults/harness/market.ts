import { setTimeout as sleep } from "node:timers/promises";
import { Buyer } from "./buyer.js";
import type { Diary } from "./diary.js";
import type { Fleet } from "./fleet.js";
import { FrontDoor } from "./front-door.js";
import { intentOf } from "./intent.js";
import type { HarnessOptions } from "./options.js";
import { randomOf } from "./random.js";

/** Buyers who want one thing after the other until they are told to stop. */
export class Market {
  #isOpen = true;
  #endsAt = Number.POSITIVE_INFINITY;
  readonly #buyers: Promise<void>[];

  constructor(
    private readonly options: HarnessOptions,
    private readonly fleet: Fleet,
    private readonly diary: Diary,
  ) {
    this.#buyers = Array.from({ length: options.buyers }, (_, buyer) =>
      this.#shop(buyer).catch((error) => diary.surprise(`a buyer broke down: ${error}`)),
    );
  }

  /** Nobody begins anything new; what was begun has this long to come to an end. */
  async close(patienceMs: number): Promise<void> {
    this.#isOpen = false;
    this.#endsAt = Date.now() + patienceMs;
    await Promise.all(this.#buyers);
  }

  async #shop(number: number): Promise<void> {
    const { seed } = this.options;
    const random = randomOf(seed, "buyer", number);
    const door = new FrontDoor(this.fleet, random, (problem) => this.diary.surprise(problem));
    const buyer = new Buyer(door, this.diary, random, () => Date.now() > this.#endsAt);
    for (let count = 0; this.#isOpen; count += 1) {
      const intent = intentOf(seed, number, count);
      await sleep(intent.pauseMs);
      await buyer.carryOut(intent);
    }
  }
}
