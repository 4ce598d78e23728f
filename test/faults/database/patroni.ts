import { setTimeout as sleep } from "node:timers/promises";
import { missingForPatroni, PatroniCluster } from "../../support/patroni.js";
import type { DatabaseFault, FaultGroup } from "./fault.js";
import { openScene, type Scene } from "./scene.js";

type Node = PatroniCluster["nodes"][number];

/** Two nodes of Patroni, of which `next` takes writes after the fault. */
interface Managed extends Scene {
  cluster: PatroniCluster;
  next: { node: Node };
}

/** Resolves in the moment in which the node takes writes. */
async function takesOver({ cluster, next }: Managed, node: Node): Promise<Date> {
  next.node = node;
  while (!(await cluster.isLeader(node))) await sleep(20);
  return new Date();
}

const faults: DatabaseFault<Managed>[] = [
  {
    name: "Patroni: leader killed",
    withinSeconds: 1,
    happen: async (scene) => takesOver(scene, await scene.cluster.killLeader()),
  },
  {
    name: "Patroni: switchover",
    withinSeconds: 1,
    happen: async (scene) => takesOver(scene, await scene.cluster.switchOver()),
  },
];

async function open(): Promise<Managed> {
  const cluster = await PatroniCluster.start();
  const leader = (await cluster.leader()) as Node;
  const next = { node: leader };
  const scene = await openScene(cluster.serverUrl(), cluster.adminUrl(leader));
  const close = async (keepLogs: boolean) => {
    await scene.close(keepLogs);
    await cluster.drop();
  };
  return { ...scene, cluster, next, adminUrl: () => cluster.adminUrl(next.node), close };
}

export const managed: FaultGroup<Managed> = { isShared: false, buyers: 20, missing: missingForPatroni, open, faults };
