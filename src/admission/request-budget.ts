import type { AppError } from "../errors.js";
import { type BudgetLimits, type BudgetResource, budgetExceeded, budgetResources } from "./budget-limits.js";
import { HeldConnections } from "./held-connections.js";
import { ProcessorTime } from "./processor-time.js";
import { Turns } from "./turns.js";

/** Looking at the clock takes as long as reading a dozen columns. */
const lightTouches = 16;

/**
 * What one request has spent, counted as it is spent. Whatever would exceed a limit throws REQUEST_BUDGET_EXCEEDED, and so
 * does all that the request tries from then on. A mutation that has asked the carrier is counted and never refused until
 * its field has ended: what was sent is settled.
 */
export class RequestBudget {
  /** The root field, by its name in the answer, that the refusal was met at first. */
  refusedField: string | null = null;
  readonly #spent: Record<BudgetResource, number>;
  readonly #connections: HeldConnections;
  readonly #time = new ProcessorTime();
  readonly #turns = new Turns(() => this.#time.milliseconds);
  #reservedBytes = 0;
  #lightly = 0;
  #callsBegun = 0;
  #callsUnderWay = 0;
  #exchanges = 0;
  #isChanging = false;
  #isSettling = false;
  #hasEnded = false;
  #refusal: AppError | null = null;

  constructor(readonly limits: BudgetLimits) {
    this.#spent = Object.fromEntries(budgetResources.map((name) => [name, 0])) as Record<BudgetResource, number>;
    this.#connections = new HeldConnections(limits.CONNECTIONS);
  }

  get spent(): Readonly<Record<BudgetResource, number>> {
    return { ...this.#spent, PROCESSOR_MILLISECONDS: this.#time.milliseconds };
  }

  /** Why the request is refused; null: it is not. */
  get refusal(): AppError | null {
    return this.#refusal;
  }

  /** Counts it. Throws once it is more than there is. */
  spend(resource: BudgetResource, amount: number): void {
    this.#spent[resource] += amount;
    if (this.#spent[resource] > this.limits[resource]) this.#refuse(resource);
  }

  /** Counts one row of the database as it arrives: for thousands of them `spend` would take longer than reading does. */
  spendRow(bytes: number): void {
    const spent = this.#spent;
    spent.ROWS += 1;
    spent.READ_BYTES += bytes;
    if (spent.ROWS > this.limits.ROWS) this.#refuse("ROWS");
    if (spent.READ_BYTES > this.limits.READ_BYTES) this.#refuse("READ_BYTES");
  }

  /** Counts what one field puts into the answer. */
  spendAnswer(bytes: number): void {
    const spent = this.#spent;
    spent.ANSWER_BYTES += bytes;
    if (spent.ANSWER_BYTES > this.limits.ANSWER_BYTES) this.#refuse("ANSWER_BYTES");
  }

  /** Throws for a request that is refused already, or has held connections for too long. */
  check(): void {
    if (this.#refusal !== null && !this.#isFree) throw this.#refusal;
    this.spend("CONNECTION_MILLISECONDS", 0);
  }

  /** Before bytes are read for the answer that are counted with it later. Gives what ends the reservation. */
  reserveAnswer(bytes: number): () => void {
    this.#reservedBytes += bytes;
    if (this.#spent.ANSWER_BYTES + this.#reservedBytes > this.limits.ANSWER_BYTES) this.#refuse("ANSWER_BYTES");
    return () => {
      this.#reservedBytes -= bytes;
    };
  }

  /** Of the answer as it is written: throws once it is larger than it may be. */
  limitAnswer(bytes: number): void {
    this.#spent.ANSWER_BYTES = Math.max(this.#spent.ANSWER_BYTES, bytes);
    this.spend("ANSWER_BYTES", 0);
  }

  /** Waits while the request holds as many connections as it may. Gives what is called once this one is given back. */
  async connection(): Promise<() => void> {
    this.check();
    const giveBack = await this.#connections.hold();
    try {
      // Others of its connections may have used the time up.
      this.check();
    } catch (error) {
      giveBack();
      throw error;
    }
    const since = performance.now();
    return () => {
      this.#spent.CONNECTION_MILLISECONDS += performance.now() - since;
      giveBack();
    };
  }

  /** Counts a call to the carrier before it is made, or before something irrevocable that makes it. */
  takeCall(): void {
    this.#callsBegun += 1;
    this.#spent.CARRIER_CALLS = Math.max(this.#callsBegun, this.#exchanges + this.#callsUnderWay + 1);
    this.spend("CARRIER_CALLS", 0);
  }

  /** Before a call to the carrier. Gives what is called when it has ended. */
  beginCall(): () => void {
    this.takeCall();
    this.#callsUnderWay += 1;
    this.settleWhatFollows();
    return () => {
      this.#callsUnderWay -= 1;
    };
  }

  /** The carrier was sent something and answered, or did not: a call may take several. */
  countExchange(): void {
    this.#exchanges += 1;
  }

  /** What a mutation has begun cannot be taken back: nothing is refused until its field has ended. */
  settleWhatFollows(): void {
    this.#isSettling ||= this.#isChanging;
  }

  /** A field of a mutation begins. Gives what is called when its use case has ended. */
  beginChange(): () => void {
    this.#isChanging = true;
    return () => {
      this.#isChanging = false;
      this.#isSettling = false;
    };
  }

  /** The request does something in this moment: counts its processor time. */
  touch(): void {
    this.#time.touch();
    if (this.#time.milliseconds > this.limits.PROCESSOR_MILLISECONDS) this.#refuse("PROCESSOR_MILLISECONDS");
  }

  /**
   * As `touch`, of what takes next to nothing by itself, such as a column of a row that was read: the clock is looked at
   * now and then. Time is counted between two looks, so that what comes between them is not lost.
   */
  touchLightly(): void {
    this.#lightly += 1;
    if (this.#lightly % lightTouches === 0) this.touch();
  }

  /** Before so many objects are worked on: waits until others have run, where it has worked on many. Null: it goes on. */
  turn(objects: number): Promise<void> | null {
    return this.#turns.take(objects);
  }

  /** The answer is there: what goes on in the background is not refused. */
  end(): void {
    this.#hasEnded = true;
  }

  get #isFree(): boolean {
    return this.#isSettling || this.#hasEnded;
  }

  #refuse(resource: BudgetResource): void {
    if (this.#isFree) return;
    this.#refusal ??= budgetExceeded(resource, this.limits[resource]);
    throw this.#refusal;
  }
}
