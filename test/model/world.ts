import { TrackedWork } from "../../src/jobs/background-work.js";
import { duePurchases } from "../../src/jobs/due-purchases.js";
import type { Log } from "../../src/log.js";
import type { Actor, ShippingDeps } from "../../src/shipping/deps.js";
import type { PurchaseInput } from "../../src/shipping/purchase/purchase-input.js";
import { purchaseLabel } from "../../src/shipping/purchase/purchase-label.js";
import { type VoidInput, voidShipment } from "../../src/shipping/void/void-shipment.js";
import { patientTimings } from "../support/patience.js";
import { sql } from "../support/purchases.js";
import { silentLog, type TestService } from "../support/service.js";
import { workDue } from "../support/sweep.js";
import { type Conditions, faultsOf, fine } from "./carrier-conditions.js";
import type { Interruption } from "./interruption.js";
import { look } from "./look.js";
import type { Seen } from "./seen.js";

/** Changes what every process of the service works with, or hears: how a test plants a bug. */
export interface Sabotage {
  deps?(deps: ShippingDeps): ShippingDeps;
  input?(input: PurchaseInput): PurchaseInput;
}

/** Seconds: longer than anything takes here. */
const patient = patientTimings.answerWithin;

/** The real service, as one sequence meets it. Every call is a process of its own, so that any of them can die. */
export class World {
  readonly actor: Actor;
  /** What must not happen without a fault of the database's. */
  readonly complaints: string[] = [];
  /** Calls that are late, in the order they came to be: lets one go on, and waits for what it brings about. */
  readonly late: (() => Promise<void>)[] = [];

  constructor(
    readonly service: TestService,
    /** The order that the sequence's shipments are for: how they are told apart from others'. */
    readonly orderId: string,
    readonly sabotage: Sabotage,
  ) {
    this.actor = { tenantId: service.tenantId, subject: "model" };
  }

  /**
   * Null: the process died, or hangs, at the interruption. Otherwise waits for all that the call began; a caller without
   * patience is answered before that.
   */
  async buy(input: PurchaseInput, interruption: Interruption | null = null, isPatient = interruption === null) {
    const { deps, background } = this.#process(interruption, isPatient ? patient : 0);
    const answer = await purchaseLabel(deps, this.actor, this.sabotage.input?.(input) ?? input);
    const isDone = background.settled().then(() => true);
    const isThrough = await Promise.race([isDone, interruption?.reached.then(() => false) ?? isDone]);
    if (isThrough) return answer;
    this.#keep(interruption!, isDone);
    return null;
  }

  /** As `buy`; null: the answer never came. */
  async void(input: VoidInput, interruption: Interruption | null = null) {
    const { deps } = this.#process(interruption, patient);
    const done = voidShipment(deps, this.actor, input);
    const answer = await Promise.race([done, interruption?.reached.then(() => null) ?? done]);
    if (answer === null) this.#keep(interruption!, done);
    return answer;
  }

  /** Looks at everything that is open, as if its time had come. */
  async reconcile(interruption: Interruption | null = null): Promise<void> {
    await this.makeDue();
    const { deps } = this.#process(interruption, patient);
    // One after the other, so that a history runs as it did before.
    const done = workDue(deps, { ...duePurchases(deps), atOnce: 1 });
    await Promise.race([done, interruption?.reached ?? done]);
  }

  /** Rows that somebody works on are left out: waiting for several of them could be waiting for each other. */
  makeDue(): Promise<unknown> {
    return this.sql(`update label_purchase set next_check_at = now() where id in
      (select id from label_purchase where next_check_at is not null and ${ofOrder} for update skip locked)`);
  }

  /** All purchases of the sequence were claimed so much earlier. */
  age(seconds: number): Promise<unknown> {
    const older = `update label_purchase set started_at = started_at - make_interval(secs => $2) where ${ofOrder}`;
    return this.sql(older, seconds);
  }

  sql(text: string, ...values: unknown[]): Promise<unknown> {
    return sql(this.service, text, [this.orderId, ...values]);
  }

  async setConditions(conditions: Conditions): Promise<void> {
    await this.service.control.clearFaults();
    for (const fault of faultsOf(conditions)) await this.service.control.addFault(fault);
  }

  look(references: Iterable<string>): Promise<Seen> {
    return look(this, references);
  }

  /** What works with the service where nothing is interrupted. */
  get deps(): ShippingDeps {
    return this.#process(null, patient).deps;
  }

  /** A well-behaved carrier, with the time of day. */
  async reset(): Promise<void> {
    await this.setConditions(fine);
    await this.service.control.setPriceFactor(1);
    await this.service.control.setClock(new Date().toISOString());
  }

  #keep(interruption: Interruption, end: Promise<unknown>): void {
    this.late.push(async () => {
      interruption.release();
      await end;
    });
  }

  #process(interruption: Interruption | null, answerWithin: number) {
    const background = new TrackedWork();
    const { deps } = this.service;
    const carriers = new Map(
      [...deps.carriers].map(([code, adapter]) => [code, interruption?.wrap(adapter) ?? adapter]),
    );
    const timings = { ...deps.timings, answerWithin };
    const own: ShippingDeps = { ...deps, carriers, timings, background, log: this.#log() };
    return { deps: this.sabotage.deps?.(own) ?? own, background };
  }

  #log(): Log {
    const complain = (message: string, about?: object) =>
      void this.complaints.push(`${message} ${(about as { error?: Error } | undefined)?.error?.stack ?? ""}`);
    const warn = (message: string, about?: object) => {
      if (message.includes("could not be looked up")) complain(message, about);
    };
    return { ...silentLog, error: complain, warn };
  }
}

const ofOrder = "shipment_id in (select id from shipment where order_id = $1)";
