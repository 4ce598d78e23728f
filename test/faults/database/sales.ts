import { setTimeout as sleep } from "node:timers/promises";
import { Asking } from "../harness/asking.js";
import { Buyer } from "../harness/buyer.js";
import type { Diary } from "../harness/diary.js";
import type { Doing, Fleet } from "../harness/fleet.js";
import { type Data, FrontDoor, NoAnswer } from "../harness/front-door.js";
import { intentOf } from "../harness/intent.js";
import { type Random, randomOf } from "../harness/random.js";
import { tenant } from "./scene.js";
import type { Servers } from "./servers.js";

/** What a buyer was told he has, and when. */
interface Bought {
  at: Date;
  /** How long the request took that told him. */
  seconds: number;
  trackingNumbers: string[];
}

/** Buyers who want one thing after the other, and a note of what they were told when. */
export class Sales {
  readonly bought: Bought[] = [];
  /** Answers without data, by code. */
  readonly errors: Record<string, number> = {};
  #isOpen = true;
  #endsAt = Number.POSITIVE_INFINITY;
  readonly #buyers: Promise<void>[];

  /** `first` is the number of the first buyer: numbers make what they want differ. */
  constructor(servers: Servers, diary: Diary, seed: number, first: number, count: number) {
    this.#buyers = Array.from({ length: count }, (_, index) =>
      this.#shop(servers, diary, seed, first + index).catch((error) => diary.surprise(`a buyer broke down: ${error}`)),
    );
  }

  /** Nobody begins anything new; what was begun has this long to come to an end. */
  async close(patienceMs: number): Promise<void> {
    this.#isOpen = false;
    this.#endsAt = Date.now() + patienceMs;
    await Promise.all(this.#buyers);
  }

  note(answer: Data, since: Date): void {
    if (answer?.purchase?.state !== "PURCHASED") return;
    const trackingNumbers = answer.shipment.packages.map((pkg: Data) => pkg.trackingNumber);
    const at = new Date();
    this.bought.push({ at, seconds: (at.getTime() - since.getTime()) / 1_000, trackingNumbers });
  }

  noteError(message: string): void {
    const code = /\b([A-Z][A-Z_]{3,}): /.exec(message)?.[1] ?? "no answer";
    this.errors[code] = (this.errors[code] ?? 0) + 1;
  }

  async #shop(servers: Servers, diary: Diary, seed: number, number: number): Promise<void> {
    const random = randomOf(seed, "buyer", number);
    const door = new WatchedDoor(servers, random, diary, this);
    const buyer = new Buyer(new Asking(door, diary, random, () => Date.now() > this.#endsAt), diary);
    for (let count = 0; this.#isOpen; count += 1) {
      const intent = intentOf(seed, number, count);
      await sleep(intent.pauseMs / 3);
      await buyer.carryOut(intent);
    }
  }
}

class WatchedDoor extends FrontDoor {
  constructor(
    servers: Servers,
    random: Random,
    diary: Diary,
    private readonly sales: Sales,
  ) {
    // It asks a fleet for nothing but those that are ready.
    super(servers as unknown as Fleet, tenant, random, (problem) => diary.surprise(problem));
  }

  override async ask(doing: Doing, query: string, variables: object, vanishesAfterMs?: number | null): Promise<Data> {
    const since = new Date();
    try {
      const data = await super.ask(doing, query, variables, vanishesAfterMs);
      if (doing === "purchase") this.sales.note(data.answer, since);
      return data;
    } catch (error) {
      if (error instanceof NoAnswer) this.sales.noteError(error.message);
      throw error;
    }
  }
}
