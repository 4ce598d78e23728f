import { setTimeout as sleep } from "node:timers/promises";
import type { Diary } from "./diary.js";
import type { Doing } from "./fleet.js";
import { type Data, type FrontDoor, NoAnswer, type UserError, Vanished } from "./front-door.js";
import type { Random } from "./random.js";

/** What passes by itself: somebody else is at it, or the carrier is away. */
export const passing = ["CONFLICT", "CARRIER_UNAVAILABLE"];

/** Asks as a careful client does: the same again until there is an answer, as long as anybody may wait. */
export class Asking {
  constructor(
    readonly door: FrontDoor,
    private readonly diary: Diary,
    readonly random: Random,
    /** True once nobody may wait any longer. */
    private readonly isLate: () => boolean,
  ) {}

  /** Asks again whenever there was no answer. */
  async repeat(ask: () => Promise<Data>): Promise<Data> {
    for (;;) {
      try {
        return (await ask()).answer;
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        this.refuseLate();
        this.diary.repeats += 1;
        await sleep(this.random.between(50, 300));
      }
    }
  }

  /** Asks again as well while the answer is one of those that pass; null: it is another refusal. */
  async insist(doing: Doing, query: string, input: object, isDone: (answer: Data) => boolean): Promise<Data | null> {
    for (;;) {
      const answer = await this.repeat(() => this.door.ask(doing, query, { input }));
      if (isDone(answer)) return answer;
      if (!this.note(answer.userErrors, passing)) return null;
      this.refuseLate();
      await sleep(300);
    }
  }

  refuseLate(): void {
    if (!this.isLate()) return;
    this.diary.endless += 1;
    throw new Vanished();
  }

  /** False when the answer will stay the same. What is not expected is written down. */
  note(errors: UserError[], expected: string[]): boolean {
    const surprising = errors.filter(({ code }) => !expected.includes(code));
    for (const { code, message } of surprising) this.diary.surprise(`${code}: ${message}`);
    return surprising.length === 0;
  }
}
