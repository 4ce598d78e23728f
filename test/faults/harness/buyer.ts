import { setTimeout as sleep } from "node:timers/promises";
import type { Diary } from "./diary.js";
import { type Data, type FrontDoor, NoAnswer, type UserError, Vanished } from "./front-door.js";
import type { Intent } from "./intent.js";
import { aShipment, createShipment, purchaseLabel, voidShipment } from "./operations.js";
import type { Random } from "./random.js";

/** New keys that a buyer takes after he was told that nothing was bought. */
const mostTries = 4;

interface Bought {
  key: string;
  purchaseId: string;
  shipmentId: string;
  packages: { id: string; trackingNumber: string }[];
}

/** Carries out intents as a careful client does: repeats with the same key until there is an end. */
export class Buyer {
  constructor(
    private readonly door: FrontDoor,
    private readonly diary: Diary,
    private readonly random: Random,
    /** True once nobody may wait any longer. */
    private readonly isLate: () => boolean,
  ) {}

  async carryOut(intent: Intent): Promise<void> {
    try {
      await this.#carryOut(intent);
    } catch (error) {
      if (!(error instanceof Vanished)) throw error;
      this.diary.end("vanished");
    }
  }

  async #carryOut(intent: Intent): Promise<void> {
    const shipmentId = intent.isDraft ? await this.#draft(intent) : null;
    const bought = await this.#buy(intent, shipmentId);
    if (bought === null || intent.afterwards === "KEEP") return;
    const isVoided = await this.#void(intent, bought);
    if (isVoided && intent.afterwards === "VOID_AND_BUY_AGAIN")
      await this.#buy({ ...intent, id: `${intent.id}-again`, isDoubleClick: false }, bought.shipmentId);
  }

  /** A draft that was made without an answer stays behind unused. */
  async #draft({ id, packages }: Intent): Promise<string> {
    for (;;) {
      const { shipment, userErrors } = await this.#repeat(() =>
        this.door.ask("other", createShipment, { input: aShipment(id, packages) }),
      );
      if (shipment) return shipment.id;
      this.#note(userErrors, []);
    }
  }

  /** Null: nothing was bought. */
  async #buy(intent: Intent, draftId: string | null): Promise<Bought | null> {
    let input: Record<string, unknown> = draftId
      ? { shipmentId: draftId }
      : { shipment: aShipment(intent.id, intent.packages) };
    let key = `${intent.id}-key`;
    let lastId: string | null = null;
    for (let tries = 1; tries <= mostTries; ) {
      const { purchase, shipment } = await this.#untilEnded(intent, { ...input, idempotencyKey: key });
      if (purchase?.state === "PURCHASED") return this.#acknowledge(key, purchase.id, shipment);
      if (purchase?.state !== "NOT_CREATED") {
        this.diary.end(purchase?.state ?? "refused");
        return null;
      }
      // The key is free again when UPS provably never got the purchase; else the same one comes back.
      if (purchase.id === lastId) {
        tries += 1;
        key = `${intent.id}-key-${tries}`;
        input = { shipmentId: shipment.id };
      }
      lastId = purchase.id;
      if (this.isLate()) return this.#tooLate();
    }
    this.diary.end("given up");
    return null;
  }

  async #untilEnded(intent: Intent, input: Record<string, unknown>): Promise<Data> {
    const send = () =>
      this.door.ask(
        "purchase",
        purchaseLabel,
        { input: { ...input, labelFormat: intent.labelFormat } },
        intent.vanishesAfterMs,
      );
    let isFirst = true;
    for (;;) {
      const twin = isFirst && intent.isDoubleClick ? send().catch(() => undefined) : null;
      const answer = await this.#repeat(send);
      await twin;
      isFirst = false;
      const { purchase, userErrors } = answer;
      if (purchase && !isOpen(purchase)) return answer;
      if (!purchase && !this.#note(userErrors, ["CONFLICT", "CARRIER_UNAVAILABLE"])) return answer;
      if (this.isLate()) return this.#tooLate();
      await sleep(Math.min(1, purchase?.retryAfterSeconds ?? 0.3) * 1_000);
    }
  }

  #acknowledge(key: string, purchaseId: string, shipment: Data): Bought {
    const packages = shipment.packages.map((pkg: Data) => ({ ...pkg, sha256: pkg.label?.sha256 ?? "no label" }));
    this.diary.acknowledged.push({ purchaseId, packages });
    this.diary.end("PURCHASED");
    return { key, purchaseId, shipmentId: shipment.id, packages };
  }

  /** True when all of it is voided. */
  async #void(intent: Intent, bought: Bought): Promise<boolean> {
    const chosen = intent.afterwards === "VOID_ONE_PACKAGE" ? bought.packages.slice(0, 1) : bought.packages;
    const what = intent.voidsByKey ? { idempotencyKey: bought.key } : { shipmentId: bought.shipmentId };
    const input = {
      ...what,
      ...(intent.afterwards === "VOID_ONE_PACKAGE" && { packageIds: chosen.map(({ id }) => id) }),
    };
    for (;;) {
      const { shipment, userErrors } = await this.#repeat(() =>
        this.door.ask("void", voidShipment, { input }, intent.vanishesFromVoidAfterMs),
      );
      const states = new Map((shipment?.packages ?? []).map((pkg: Data) => [pkg.id, pkg.voidState]));
      if (chosen.every(({ id }) => states.get(id) === "VOIDED")) break;
      if (!this.#note(userErrors, ["CONFLICT", "CARRIER_UNAVAILABLE"])) return false;
      if (this.isLate()) return this.#tooLate();
      await sleep(300);
    }
    this.diary.acknowledgedVoids.push(...chosen.map(({ trackingNumber }) => trackingNumber));
    this.diary.end("VOIDED");
    return chosen.length === bought.packages.length;
  }

  /** Asks again whenever there was no answer. */
  async #repeat(ask: () => Promise<Data>): Promise<Data> {
    for (;;) {
      try {
        return (await ask()).answer;
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        if (this.isLate()) return this.#tooLate();
        this.diary.repeats += 1;
        await sleep(this.random.between(50, 300));
      }
    }
  }

  #tooLate(): never {
    this.diary.surprise("a buyer got no end");
    throw new Vanished();
  }

  /** False when the answer will stay the same. What is not expected is written down. */
  #note(errors: UserError[], expected: string[]): boolean {
    const surprising = errors.filter(({ code }) => !expected.includes(code));
    for (const { code, message } of surprising) this.diary.surprise(`${code}: ${message}`);
    return surprising.length === 0;
  }
}

function isOpen({ state }: { state: string }): boolean {
  return state === "PENDING" || state === "UNKNOWN";
}
