import { setTimeout as sleep } from "node:timers/promises";
import { type Asking, passing } from "./asking.js";
import type { Diary } from "./diary.js";
import { accessPoint, attachPapers, quoteOf, uploadPapers } from "./errands.js";
import { type Data, Vanished } from "./front-door.js";
import type { Intent } from "./intent.js";
import { aShipment, createShipment, purchaseLabel, purchaseReturn, voidShipment } from "./operations.js";

/** New keys that a buyer takes after he was told that nothing was bought. */
const mostTries = 4;

interface Bought {
  key: string;
  purchaseId: string;
  shipmentId: string;
  packages: { id: string; trackingNumber: string }[];
}

/** Carries out intents: repeats with the same key until there is an end. */
export class Buyer {
  constructor(
    private readonly asking: Asking,
    private readonly diary: Diary,
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
    const shipment = await this.#shipment(intent);
    if (shipment === null) return;
    const documentIds = intent.papers === "BOUGHT_WITH" ? await uploadPapers(this.asking, intent.id) : null;
    const what = intent.isDraft ? { shipmentId: await this.#draft(shipment) } : { shipment };
    const bought = await this.#buy(intent, { ...what, ...(documentIds && { documentIds }) });
    if (bought === null) return;
    if (intent.papers === "ATTACHED") await attachPapers(this.asking, this.diary, intent.id, bought.shipmentId);
    if (intent.afterwards === "KEEP") return;
    if (intent.afterwards === "RETURN") return this.#return(intent, bought);
    if (intent.afterwards === "VOID_EACH_PACKAGE") return this.#voidEach(intent, bought);
    const isVoided = await this.#void(intent, bought, intent.afterwards === "VOID_ONE_PACKAGE" ? 1 : undefined);
    if (isVoided && intent.afterwards === "VOID_AND_BUY_AGAIN")
      await this.#buy({ ...intent, id: `${intent.id}-again`, isDoubleClick: false }, { shipmentId: bought.shipmentId });
  }

  /** Null: what it needs is not to be had. */
  async #shipment(intent: Intent): Promise<Data | null> {
    const { id: orderId, packages, to, generatesReturn } = intent;
    const locationId = to === "ACCESS_POINT" ? await accessPoint(this.asking) : null;
    if (to === "ACCESS_POINT" && locationId === null) return null;
    const shipment = aShipment({ orderId, packages, isAbroad: to === "ABROAD", generatesReturn, locationId });
    if (!intent.acceptsQuote) return shipment;
    const rateQuoteId = await quoteOf(this.asking, shipment);
    return { ...shipment, service: undefined, rateQuoteId };
  }

  /** A draft that was made without an answer stays behind unused. */
  async #draft(shipment: Data): Promise<string | undefined> {
    const answer = await this.asking.insist("other", createShipment, shipment, (told) => told.shipment !== null);
    if (answer === null) throw new Vanished();
    return answer.shipment.id;
  }

  /** Null: nothing was bought. */
  async #buy(intent: Intent, what: Data, mutation = purchaseLabel): Promise<Bought | null> {
    let input = what;
    let key = `${intent.id}-key`;
    let lastId: string | null = null;
    for (let tries = 1; tries <= mostTries; ) {
      const { purchase, shipment } = await this.#untilEnded(intent, { ...input, idempotencyKey: key }, mutation);
      if (purchase?.state === "PURCHASED") return this.#acknowledge(key, purchase.id, shipment);
      if (purchase?.state !== "NOT_CREATED") {
        this.diary.end(purchase?.state ?? "refused");
        return null;
      }
      // The key is free again when UPS provably never got the purchase; else the same one comes back.
      if (purchase.id === lastId) {
        tries += 1;
        key = `${intent.id}-key-${tries}`;
        if (mutation === purchaseLabel) input = { ...what, shipment: undefined, shipmentId: shipment.id };
      }
      lastId = purchase.id;
      this.asking.refuseLate();
    }
    this.diary.end("given up");
    return null;
  }

  async #untilEnded(intent: Intent, input: Data, mutation: string): Promise<Data> {
    const { labelFormat, vanishesAfterMs } = intent;
    const send = () =>
      this.asking.door.ask("purchase", mutation, { input: { ...input, labelFormat } }, vanishesAfterMs);
    for (let isFirst = true; ; isFirst = false) {
      const twin = isFirst && intent.isDoubleClick ? send().catch(() => undefined) : null;
      const answer = await this.asking.repeat(send);
      await twin;
      const { purchase, userErrors } = answer;
      if (purchase && !isOpen(purchase)) return answer;
      if (!purchase && !this.asking.note(userErrors, passing)) return answer;
      this.asking.refuseLate();
      await sleep(Math.min(1, purchase?.retryAfterSeconds ?? 0.3) * 1_000);
    }
  }

  #acknowledge(key: string, purchaseId: string, shipment: Data): Bought {
    const packages = shipment.packages.map((pkg: Data) => ({ ...pkg, sha256: pkg.label?.sha256 ?? "no label" }));
    this.diary.acknowledged.push({ purchaseId, packages });
    this.diary.end("PURCHASED");
    return { key, purchaseId, shipmentId: shipment.id, packages };
  }

  /** Of all packages; another label while that of the outbound is in force. */
  async #return(intent: Intent, { shipmentId }: Bought): Promise<void> {
    const returned = { ...intent, id: `${intent.id}-return`, isDoubleClick: false };
    // Not every service that an outbound may have been offered with takes returns.
    const back = { service: "UPS_GROUND", returnService: { kind: "PRINT_RETURN_LABEL" } };
    await this.#buy(returned, { outboundShipmentId: shipmentId, ...back }, purchaseReturn);
  }

  /** Each by itself, all at once. */
  async #voidEach(intent: Intent, bought: Bought): Promise<void> {
    const voidOne = (pkg: Bought["packages"][number]) => this.#void(intent, { ...bought, packages: [pkg] }, 1);
    await Promise.all(bought.packages.map(voidOne));
  }

  /** True when all of it is voided. `count`: the first so many packages by their ids. */
  async #void(intent: Intent, bought: Bought, count?: number): Promise<boolean> {
    const chosen = bought.packages.slice(0, count);
    const what = intent.voidsByKey ? { idempotencyKey: bought.key } : { shipmentId: bought.shipmentId };
    const input = { ...what, ...(count && { packageIds: chosen.map(({ id }) => id) }) };
    const send = () => this.asking.door.ask("void", voidShipment, { input }, intent.vanishesFromVoidAfterMs);
    for (let isFirst = true; ; isFirst = false) {
      const twin = isFirst && intent.isDoubleClick ? send().catch(() => undefined) : null;
      const { shipment, userErrors } = await this.asking.repeat(send);
      await twin;
      const states = new Map((shipment?.packages ?? []).map((pkg: Data) => [pkg.id, pkg.voidState]));
      if (chosen.every(({ id }) => states.get(id) === "VOIDED")) break;
      if (!this.asking.note(userErrors, passing)) return false;
      this.asking.refuseLate();
      await sleep(300);
    }
    this.diary.acknowledgedVoids.push(...chosen.map(({ trackingNumber }) => trackingNumber));
    this.diary.end("VOIDED");
    return chosen.length === bought.packages.length;
  }
}

function isOpen({ state }: { state: string }): boolean {
  return state === "PENDING" || state === "UNKNOWN";
}
