import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import type { Log } from "../log.js";
import { isAskedForByKnownName } from "./metrics-hosts.js";
import type { MonitoringOptions } from "./monitoring-options.js";
import { PrometheusReader } from "./prometheus-reader.js";
import { withUnits } from "./unit-suffixes.js";

type Place = NonNullable<MonitoringOptions["prometheus"]>;

/** Prometheus asks from a few places, and is quick. */
const mostConnections = 64;
const silentMs = 10_000;
const limits = {
  ...{ headersTimeout: 5_000, requestTimeout: 5_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 2_000 },
  ...{ maxHeaderSize: 16_384, insecureHTTPParser: false },
};

export interface PrometheusEndpoint {
  reader: PrometheusReader;
  /** Listens; gives the address. Throws what the system says. */
  listen(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * `GET /metrics` on a port of its own, which is never the public one: numbers of all tenants together. OpenTelemetry's
 * exporter of the language leaves out the units that Prometheus's names end with, so its server is not used.
 */
export function createPrometheusEndpoint({ host, port, names }: Place, log: Log): PrometheusEndpoint {
  const reader = new PrometheusReader();
  const serializer = new PrometheusSerializer(undefined, false, undefined, false, true);
  const server = createServer(limits, (request, response) => {
    // One that takes nothing of its answer for so long is cut.
    response.setTimeout(silentMs, () => request.socket.destroy());
    answer(request, names, async () => serializer.serialize(withUnits(await reader.read())))
      .catch((error: unknown) => {
        log.warn("The metrics could not be told", { error });
        return { status: 500, body: "The metrics could not be told.\n" };
      })
      .then((reply) => send(response, reply));
  });
  server.maxConnections = mostConnections;
  return { reader, listen: () => listen(server, host, port), stop: () => close(server) };
}

interface Answer {
  status: number;
  body: string;
}

/** Prometheus can be told to send parameters; none of them means anything here. */
async function answer(
  request: IncomingMessage,
  names: readonly string[],
  collect: () => Promise<string>,
): Promise<Answer> {
  const { method = "", url = "" } = request;
  if (!isAskedForByKnownName(request, names))
    return { status: 421, body: "The metrics are not told under that name. METRICS_ALLOWED_HOSTS lists more.\n" };
  if (url.split("?", 1)[0] !== "/metrics") return { status: 404, body: "The metrics are at /metrics.\n" };
  if (!["GET", "HEAD"].includes(method)) return { status: 405, body: "Only GET and HEAD are allowed here.\n" };
  return { status: 200, body: await collect() };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, {
    "content-type": "text/plain; version=0.0.4; charset=utf-8",
    "cache-control": "no-store",
    ...(status === 405 && { allow: "GET, HEAD" }),
  });
  response.end(body);
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(addressOf(server.address() as AddressInfo)));
  });
}

const addressOf = ({ address, family, port }: AddressInfo) =>
  `http://${family === "IPv6" ? `[${address}]` : address}:${port}/metrics`;

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
