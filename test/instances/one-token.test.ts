import { resolve } from "node:path";
import { eventually } from "../support/eventually.js";
import { rate } from "../support/instance-operations.js";
import { type Instances, prepareInstances } from "../support/instances.js";
import type { ServerProcess } from "../support/server-process.js";

const processes = 5;
const requestsEach = 48;
/** As many as a server lets in at its busiest, and fewer than one tenant's share of its connections: none is refused. */
const atOnce = 4;
const tokenLifeSeconds = 4 * 3600;
/** The clock of a server: each SIGUSR2 moves it on by five hours. */
const preload = resolve(__dirname, "../support/shifted-clock.cjs");

let instances: Instances;
let servers: ServerProcess[];
/** How far the simulator is ahead of this machine. */
let aheadSeconds = 0;

beforeAll(async () => {
  instances = await prepareInstances({ DATABASE_POOL_SIZE: "10" });
  await startCold();
});

afterAll(async () => {
  await instances.close();
});

beforeEach(async () => {
  await instances.simulator.control.clearFaults();
  await instances.simulator.control.clearRequests();
});

/** Processes that hold no token, on a database that holds none: one that seeds the demo has been and gone. */
async function startCold(): Promise<void> {
  await (await instances.start()).stop();
  await instances.sql("delete from carrier_token");
  servers = await Promise.all(Array.from({ length: processes }, () => instances.start({}, { preload })));
}

const tokenRequests = async () =>
  (await instances.simulator.control.requests()).filter(({ operation }) => operation === "TOKEN");

const rateEverywhere = () =>
  Promise.all(
    servers.map(async (server) => {
      for (let asked = 0; asked < requestsEach; asked += atOnce)
        await Promise.all(Array.from({ length: atOnce }, () => rate(server)));
    }),
  );

async function advanceSimulator(): Promise<void> {
  await instances.simulator.control.advanceClock(tokenLifeSeconds);
  aheadSeconds += tokenLifeSeconds;
}

async function advanceServers(): Promise<void> {
  const seen = servers.map((server) => server.output().split("clock at").length);
  for (const { pid } of servers) process.kill(pid, "SIGUSR2");
  await eventually(() => servers.every((server, at) => server.output().split("clock at").length !== seen[at]));
}

describe(`${processes} processes that ask for ${requestsEach} rates each`, () => {
  it("get along with one access token from UPS", async () => {
    await instances.simulator.control.addFault({ operation: "TOKEN", kind: "DELAY", seconds: 0.3, times: processes });
    await rateEverywhere();
    expect(await tokenRequests()).toHaveLength(1);
  });

  it("get one more, and only one, when UPS no longer takes it", async () => {
    await advanceSimulator();
    await rateEverywhere();
    expect(await tokenRequests()).toHaveLength(1);
  });

  it("get one more, and only one, when the time to renew it has come", async () => {
    await advanceServers();
    await rateEverywhere();
    expect(await tokenRequests()).toHaveLength(1);
  });
});

describe("an instance that dies while it fetches the token", () => {
  it("holds the others up for no longer than its lease", async () => {
    const [first, second] = servers as [ServerProcess, ServerProcess];
    await instances.simulator.control.addFault({ operation: "TOKEN", kind: "HANG" });
    await advanceServers();
    const unheard = expect(rate(first)).rejects.toThrow();
    await eventually(async () => (await tokenRequests()).length > 0);
    await first.kill();
    await unheard;

    const waiting = rate(second);
    // What is left of the lease, 15 seconds from when it was taken, passes in one.
    const [lease] = await instances.sql(
      `with held as (select leased_until from carrier_token where leased_until > now() + interval '1 second')
       update carrier_token set leased_until = now() + interval '1 second'
        where exists (select from held) returning leased_until::text as until`,
    );
    await waiting;

    const [lost, fetched, ...rest] = await tokenRequests();
    expect([lost?.status, fetched?.status, rest]).toEqual([null, 200, []]);
    const fetchedAt = Date.parse(fetched?.at ?? "") - aheadSeconds * 1000;
    expect(fetchedAt).toBeGreaterThanOrEqual(Date.parse(lease.until));
  });
});
