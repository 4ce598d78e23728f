import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CallCounts } from "./faults/call-counts.js";
import { DeferredWork } from "./faults/deferred-work.js";
import { FaultQueue } from "./faults/fault-queue.js";
import { HeldRequests } from "./faults/held-requests.js";
import { Ledger } from "./ledger/ledger.js";
import { TokenStore } from "./products/token/token-store.js";
import { plainStyle } from "./products/tracking/answer-style.js";
import { RequestLog } from "./request-log.js";
import { handleRequest } from "./server/handle-request.js";
import { SimulatedClock } from "./simulated-clock.js";
import type { Simulator } from "./simulator.js";

export interface SimulatorOptions {
  /** 0, the default: a free one. */
  port?: number;
  /** A loopback address; 127.0.0.1 by default. */
  host?: string;
  /** Where ledger and serial numbers are kept; without it they are forgotten at close. */
  dataDir?: string;
  now?: () => Date;
}

export interface RunningSimulator {
  /** For example http://127.0.0.1:41999, without a slash at the end. */
  url: string;
  /** Stops listening, cuts every connection, also hanging ones, and closes the ledger. Safe to repeat. */
  close(): Promise<void>;
}

const loopbackHosts = new Set(["127.0.0.1", "localhost", "::1"]);

/** Starts a UPS on loopback. Throws when the host is not loopback or the port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<RunningSimulator> {
  const host = options.host ?? "127.0.0.1";
  if (!loopbackHosts.has(host)) throw new Error(`the simulator listens on loopback only, not on ${host}`);
  const simulator = await createSimulator(options);
  const server = createServer((request, response) => void handleRequest(request, response, simulator));
  try {
    await listen(server, options.port ?? 0, host);
  } catch (error) {
    await simulator.ledger.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= stop(server, simulator);
    return closing;
  };
  return { url: `http://${host === "::1" ? "[::1]" : host}:${port}`, close };
}

async function createSimulator({ dataDir, now }: SimulatorOptions): Promise<Simulator> {
  return {
    clock: new SimulatedClock(now ?? (() => new Date())),
    ledger: await Ledger.open(dataDir),
    tokens: new TokenStore(),
    faults: new FaultQueue(),
    counts: new CallCounts(),
    deferred: new DeferredWork(),
    held: new HeldRequests(),
    requests: new RequestLog(),
    prices: { factor: 1 },
    trackingStyle: plainStyle,
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function stop(server: Server, simulator: Simulator): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
  await simulator.ledger.close();
}
