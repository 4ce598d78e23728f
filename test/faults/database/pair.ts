import { setTimeout as sleep } from "node:timers/promises";
import { PostgresServer } from "../../support/postgres-server.js";
import { type Relay, startRelay } from "../../support/relay.js";
import type { DatabaseFault, FaultGroup } from "./fault.js";
import { openScene, type Scene } from "./scene.js";

/** A primary and a standby that follows it; servers know both. */
export interface Pair extends Scene {
  primary: PostgresServer;
  standby: PostgresServer;
  /** Between the servers and the primary, and between the standby and the primary. */
  network: Relay;
  replication: Relay;
  /** Which of the two is asked in the end. */
  isPromoted: boolean;
}

/** How long whoever watches the primary takes to make up his mind. */
const decisionMs = 1_500;

async function promoted(pair: Pair): Promise<Date> {
  await pair.standby.promote();
  pair.isPromoted = true;
  return new Date();
}

const faults: DatabaseFault<Pair>[] = [
  {
    name: "primary killed, synchronous standby promoted",
    withinSeconds: 1,
    async happen(pair) {
      await pair.primary.kill();
      await sleep(decisionMs);
      return promoted(pair);
    },
  },
  {
    name: "primary shut down, standby promoted",
    withinSeconds: 1,
    async happen(pair) {
      await pair.primary.stop("fast");
      return promoted(pair);
    },
  },
  {
    name: "primary stopped (SIGSTOP), standby promoted",
    withinSeconds: 10,
    async happen(pair) {
      const since = new Date();
      pair.primary.freeze();
      await sleep(decisionMs);
      await promoted(pair);
      return since;
    },
  },
  {
    name: "primary cut off and back, standby promoted",
    withinSeconds: 10,
    async happen(pair) {
      const since = new Date();
      pair.network.hold();
      pair.replication.hold();
      await sleep(decisionMs);
      await promoted(pair);
      // It takes writes as before, but acknowledges none: nobody may follow it any more.
      setTimeout(() => pair.network.pass(), 8_000);
      await sleep(9_000);
      return since;
    },
  },
  {
    name: "synchronous standby away and back",
    withinSeconds: 5,
    async happen(pair) {
      await pair.standby.stop("immediate");
      // Nothing is acknowledged meanwhile: commits wait.
      await sleep(9_000);
      await pair.standby.start();
      return new Date();
    },
  },
];

/** Synchronous: what is committed is at both. */
const open = (): Promise<Pair> => openPair((primary) => primary.waitForStandby());

/** `prepare`: before servers start, which note as they do whether what is acknowledged is replicated. */
async function openPair(prepare: (primary: PostgresServer) => Promise<void> = async () => undefined): Promise<Pair> {
  const primary = await PostgresServer.create();
  const [network, replication] = [await startRelay(primary.port), await startRelay(primary.port)];
  const standby = await PostgresServer.standbyOf(primary, replication.port);
  const hosts = `127.0.0.1:${network.port},127.0.0.1:${standby.port}`;
  const url = (login: string) => `postgres://${login}@${hosts}/shipping`;
  await prepare(primary);
  const scene = await openScene(url("shipping_server"), url("shipping_owner"));
  const close = async (keepLogs: boolean) => {
    await scene.close(keepLogs);
    for (const relay of [network, replication]) await relay.close();
    for (const postgres of [standby, primary]) await postgres.drop();
  };
  const pair: Pair = {
    ...{ ...scene, primary, standby, network, replication, close, isPromoted: false },
    adminUrl: () => (pair.isPromoted ? standby : primary).adminUrl(),
  };
  return pair;
}

/** Commits are acknowledged before the standby has them, and it is so far behind when the primary goes. */
const lagMs = 2_000;

const late: DatabaseFault<Pair> = {
  name: "primary killed, asynchronous standby promoted",
  // UPS is asked about keys first, and not before what was sent last must show there.
  withinSeconds: 10,
  mayLose: true,
  async happen(scene) {
    scene.replication.hold();
    await sleep(lagMs);
    await scene.primary.kill();
    scene.replication.reset();
    await sleep(decisionMs);
    return promoted(scene);
  },
};

export const latePair: FaultGroup<Pair> = { isShared: false, buyers: 20, open: openPair, faults: [late] };

export const pair: FaultGroup<Pair> = { isShared: false, buyers: 20, open, faults };
