import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type Failpoint, failpoints } from "../../../src/failpoints.js";
import { crashDatabase, endSession, passTime, someStuck } from "./database-blows.js";
import type { Doing, Server } from "./fleet.js";
import type { HarnessOptions } from "./options.js";
import { Orders } from "./orders.js";
import type { Blow, Plan } from "./plan.js";
import type { Stage } from "./stage.js";

/** What was broken, and in the middle of what. */
export interface Damage {
  kills: number;
  /** Of servers that stood still at a failpoint. */
  freezes: number;
  /** By failpoint: kills and freezes there. */
  failpoints: Record<string, number>;
  missed: Record<string, number>;
  /** Requests of buyers that were under way at the killed servers. */
  cut: Record<Doing, number>;
  suspended: number;
  faults: number;
  sessionsEnded: number;
  databaseCrashes: number;
  /** Numbers of bookings that UPS made twice. */
  bookedTwice: Set<string>;
  /** Counted before PostgreSQL forgot them. */
  deadlocks: number;
}

/** In runs this long every failpoint has to be met. */
export const wholeRunKills = 100;

export const unmetFailpoints = ({ failpoints: met }: Damage): Failpoint[] => failpoints.filter((name) => !met[name]);

/** Blows that wait for their moment at the same time. */
const mostAtOnce = 12;
/** A machine that is slower than this gets fewer kills. */
const longestPerKillMs = 700;
const leastMs = 60_000;
const orderLimitMs = 15_000;
/** No failpoint was struck for the first time for so long: the rest are rare. */
const stalledMs = 10_000;
const timePassesEveryMs = 1_500;
const bookedTwiceEveryMs = 4_000;

/** Carries out the plan until there were so many kills. */
export async function disturb(stage: Stage, plan: Plan, { kills, mutation }: HarnessOptions): Promise<Damage> {
  const orders = new Orders(stage.fleet);
  const damage: Damage = {
    ...{
      kills: 0,
      freezes: 0,
      failpoints: orders.carriedOut,
      missed: orders.missed,
      cut: { purchase: 0, void: 0, other: 0 },
    },
    ...{ suspended: 0, faults: 0, sessionsEnded: 0, databaseCrashes: 0, bookedTwice: new Set(), deadlocks: 0 },
  };
  const over = new AbortController();
  setMaxListeners(0, over.signal);
  const striker = new Striker(stage, orders, damage, over.signal);
  const rest = Promise.all([
    addFaults(stage, plan, damage, over.signal),
    endSessions(stage, plan, damage, over.signal),
    letTimePass(stage, mutation?.focus?.dueShare, over.signal),
    bookTwice(stage, damage, over.signal),
  ]);
  const end = performance.now() + Math.max(leastMs, longestPerKillMs * kills);
  const isEach = () => kills < wholeRunKills || unmetFailpoints(damage).length === 0;
  const blows = () => damage.kills + (mutation?.focus ? damage.freezes : 0);
  const isEnough = () => performance.now() > end || (blows() >= kills && isEach());
  await striker.strikeFirsts(plan, isEnough);
  await strikeAll(striker, plan, isEnough);
  over.abort();
  await Promise.all([rest, striker.settled()]);
  return damage;
}

async function strikeAll(striker: Striker, { blows }: Plan, isEnough: () => boolean): Promise<void> {
  for (const { afterMs, ...blow } of blows) {
    await sleep(afterMs);
    await striker.begin(blow);
    if (isEnough()) return;
  }
  await striker.settled();
}

/** Carries out blows, several at a time: most wait until a server comes to their failpoint. */
class Striker {
  readonly #underWay = new Set<Promise<void>>();
  readonly #suspended = new Set<Server>();

  constructor(
    private readonly stage: Stage,
    private readonly orders: Orders,
    private readonly damage: Damage,
    private readonly signal: AbortSignal,
  ) {
    const { fleet } = stage;
    const noteOrder = fleet.onOrder;
    fleet.onOrder = (id, server, isKilled) => {
      if (isKilled) this.#count(server);
      else this.damage.freezes += 1;
      noteOrder(id, server, isKilled);
    };
  }

  /** Waits for a place, and for two servers that work, so that one is left to be asked. */
  async begin(blow: Blow): Promise<void> {
    while (this.#underWay.size >= mostAtOnce) await Promise.race(this.#underWay);
    while (this.#able().length < 2) await sleep(20);
    const done: Promise<void> = this.#strike(blow).finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  /**
   * Whoever comes to a failpoint for the first time is killed there. All are ordered at once, for as long as the run lasts;
   * this waits while one after the other is struck, so that nothing else takes the kills of a slow machine.
   */
  async strikeFirsts({ firsts }: Plan, isEnough: () => boolean): Promise<void> {
    const order = { passage: 1, act: "KILL", forMs: 0 } as const;
    let struckAt = performance.now();
    const strike = async (failpoint: Failpoint) => {
      if (await this.orders.give({ ...order, failpoint }, null, this.signal)) struckAt = performance.now();
    };
    for (const failpoint of firsts) void strike(failpoint);
    const isLeft = () => unmetFailpoints(this.damage).length > 0;
    while (firsts.length > 0 && isLeft() && performance.now() - struckAt < stalledMs && !isEnough()) {
      await sleep(100);
      // Orders hold only while there is somebody to spare.
      if (!this.stage.fleet.maySpare) struckAt = performance.now();
    }
  }

  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #strike(blow: Blow): Promise<void> {
    const { fleet } = this.stage;
    switch (blow.kind) {
      case "FAILPOINT":
        return void (await this.orders.give(blow, orderLimitMs + blow.forMs, this.signal));
      case "KILL":
        return this.#kill(this.#able()[blow.victim % this.#able().length]);
      case "POWER_CUT":
        for (const server of [...fleet.running]) this.#kill(server);
        return;
      case "SUSPEND":
        return this.#suspend(this.#able()[blow.victim % this.#able().length], blow.forMs);
      case "DATABASE_CRASH":
        return crashDatabase(this.stage, this.damage);
    }
  }

  #able(): Server[] {
    return this.stage.fleet.ready.filter((server) => !this.#suspended.has(server));
  }

  #kill(server: Server | undefined): void {
    if (!server) return;
    this.#count(server);
    this.stage.fleet.kill(server);
  }

  async #suspend(server: Server | undefined, forMs: number): Promise<void> {
    if (!server) return;
    this.damage.suspended += 1;
    this.#suspended.add(server);
    server.child.kill("SIGSTOP");
    await sleep(forMs, undefined, { signal: this.signal }).catch(() => undefined);
    server.child.kill("SIGCONT");
    this.#suspended.delete(server);
  }

  #count({ underWay }: Server): void {
    this.damage.kills += 1;
    for (const doing of ["purchase", "void", "other"] as const) this.damage.cut[doing] += underWay[doing];
  }
}

async function addFaults({ control }: Stage, { faults }: Plan, damage: Damage, signal: AbortSignal): Promise<void> {
  for (const { afterMs, fault } of faults) {
    if (!(await pause(afterMs, signal))) return;
    await control.addFault(fault);
    damage.faults += 1;
  }
}

async function endSessions(stage: Stage, { sessionEnds }: Plan, damage: Damage, signal: AbortSignal): Promise<void> {
  for (const { afterMs, victim } of sessionEnds) {
    if (!(await pause(afterMs, signal))) return;
    damage.sessionsEnded += await endSession(stage, victim);
  }
}

async function letTimePass(stage: Stage, share: number | undefined, signal: AbortSignal): Promise<void> {
  while (await pause(timePassesEveryMs, signal)) await passTime(stage, share);
}

/** UPS's code of the returns that are bought here: a label to print. */
const printedReturn = "9";

/** A second booking under the reference of a purchase without an outcome, as of a request that arrived twice: once for each. */
async function bookTwice(stage: Stage, damage: Damage, signal: AbortSignal): Promise<void> {
  const arrivedTwice = new Set<string>();
  while (await pause(bookedTwiceEveryMs, signal)) {
    const stuck = await someStuck(stage, stage.tenants[0]!, true);
    if (stuck === null || arrivedTwice.has(stuck.id)) continue;
    arrivedTwice.add(stuck.id);
    const { accountNumber: shipperNumber } = stage.tenants[0]!;
    const { shipmentIdentificationNumber } = await stage.control.bookBehindTheBack({
      ...{ shipperNumber, reference: stuck.reference },
      ...(stuck.isReturn && { returnServiceCode: printedReturn }),
    });
    damage.bookedTwice.add(shipmentIdentificationNumber);
  }
}

/** False when it is over. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}
