import { setTimeout as sleep } from "node:timers/promises";
import { bought, list, rate } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";
import { RoundRobin } from "../support/round-robin.js";
import type { ServerProcess } from "../support/server-process.js";

const requestsPerSecond = 50;
/** A busy machine gets fewer requests, not a queue that grows without end: what is tested is that none fails. */
const mostUnderWay = 24;
const leastSeconds = 15;
const graceSeconds = 60;

let instances: Instances;
let servers: ServerProcess[];
const balancer = new RoundRobin();

beforeAll(async () => {
  instances = await prepareInstances({
    WORKER: "on",
    // Time for the balancer to notice, on a busy machine too.
    SHUTDOWN_DELAY_SECONDS: "5",
    SHUTDOWN_GRACE_SECONDS: String(graceSeconds),
  });
  servers = await Promise.all([1, 2, 3].map(() => instances.start()));
  await Promise.all(servers.map((server) => balancer.add(server)));
});

afterAll(async () => {
  balancer.close();
  await instances.close();
});

it("replaces three instances under load without failing a request or buying a label twice", async () => {
  const traffic = startTraffic();
  const least = sleep(leastSeconds * 1000);
  const exits: { code: number | null; isInTime: boolean }[] = [];
  for (const server of servers) {
    exits.push(await replace(server));
  }
  await least;
  const { asked, keys, failures, seconds } = await traffic.stop();
  process.stderr.write(`Rolling restart: ${asked} requests in ${seconds.toFixed(0)} s.\n`);

  expect(failures).toEqual([]);
  expect(exits).toEqual([1, 2, 3].map(() => ({ code: 0, isInTime: true })));
  expect(keys.length).toBeGreaterThan(20);
  await expectOneBookingEach(keys);
});

/** Takes one away and starts another in its stead, as a rollout without spare instances does. */
async function replace(server: ServerProcess) {
  const told = performance.now();
  const code = await server.stop();
  const isInTime = performance.now() - told <= graceSeconds * 1000;
  balancer.remove(server);
  await balancer.add(await instances.start());
  return { code, isInTime };
}

/** Rates, lists and purchases, evenly spread, at instances that take turns. */
function startTraffic() {
  const underWay = new Set<Promise<unknown>>();
  const failures: string[] = [];
  const keys: string[] = [];
  let asked = 0;
  const ask = (operation: (server: ServerProcess) => Promise<unknown>) => {
    asked += 1;
    const answer = async () => operation(balancer.next());
    const noted: Promise<unknown> = answer()
      .catch((error: Error) => failures.push(`${error.message} ${String(error.cause ?? "")}`))
      .finally(() => underWay.delete(noted));
    underWay.add(noted);
  };
  /** A buyer who presses twice: the same key at two instances in one moment. */
  const buyTwice = () => {
    const key = `rolling-${keys.length}`;
    keys.push(key);
    for (const _ of [1, 2]) ask((server) => bought(server, key));
  };
  const turns = [() => ask(rate), () => ask(list), buyTwice, () => ask(list), () => ask(rate)];
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let turn = 0;
  const timer = setInterval(() => {
    while (asked < seconds() * requestsPerSecond && underWay.size < mostUnderWay) turns[turn++ % turns.length]!();
  }, 20);
  return {
    async stop() {
      clearInterval(timer);
      const elapsed = seconds();
      await Promise.all(underWay);
      return { asked, keys, failures, seconds: elapsed };
    },
  };
}

async function expectOneBookingEach(keys: string[]): Promise<void> {
  const ledger = await instances.simulator.control.ledger();
  const rows = await instances.sql(
    `select idempotency_key as key, carrier_reference as reference, state from label_purchase order by key`,
  );
  expect(rows.map(({ key }) => key)).toEqual([...keys].sort());
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["PURCHASED"]));
  const booked = ledger.flatMap(({ references }) => references);
  expect(rows.map(({ reference }) => [reference, booked.filter((each) => each === reference).length])).toEqual(
    rows.map(({ reference }) => [reference, 1]),
  );
  expect(ledger).toHaveLength(keys.length);
}
