import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import type { Log } from "../log.js";
import { PrometheusReader } from "./prometheus-reader.js";
import { withUnits } from "./unit-suffixes.js";

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
export function createPrometheusEndpoint({ host, port }: { host: string; port: number }, log: Log): PrometheusEndpoint {
  const reader = new PrometheusReader();
  const serializer = new PrometheusSerializer(undefined, false, undefined, false, true);
  const server = createServer((request, response) => {
    answer(request, async () => serializer.serialize(withUnits(await reader.read())))
      .catch((error: unknown) => {
        log.warn("The metrics could not be told", { error });
        return { status: 500, body: "The metrics could not be told.\n" };
      })
      .then((reply) => send(response, reply));
  });
  return { reader, listen: () => listen(server, host, port), stop: () => close(server) };
}

interface Answer {
  status: number;
  body: string;
}

/** Prometheus can be told to send parameters; none of them means anything here. */
async function answer({ method = "", url = "" }: IncomingMessage, collect: () => Promise<string>): Promise<Answer> {
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
