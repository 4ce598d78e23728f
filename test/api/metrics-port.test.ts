import { connect } from "node:net";
import { createPrometheusEndpoint, type PrometheusEndpoint } from "../../src/monitoring/prometheus-endpoint.js";
import { createLogRecorder } from "../support/http.js";

let endpoint: PrometheusEndpoint;
let port: number;
beforeAll(async () => {
  const place = { host: "127.0.0.1", port: 0, names: ["127.0.0.1", "shipping.monitoring.svc"] };
  endpoint = createPrometheusEndpoint(place, createLogRecorder());
  port = Number(new URL(await endpoint.listen()).port);
});
afterAll(() => endpoint.stop());

const statusFor = (...hosts: string[]) =>
  new Promise<number>((resolve) => {
    const lines = hosts.map((host) => `Host: ${host}\r\n`).join("");
    const socket = connect(port, "127.0.0.1", () => socket.write(`HEAD /nothing HTTP/1.1\r\n${lines}\r\n`));
    socket.once("data", (data) => {
      socket.destroy();
      resolve(Number(String(data).split(" ")[1]));
    });
  });

it.each([
  "localhost",
  "LOCALHOST:9464",
  "127.0.0.1:9464",
  "10.1.2.3",
  "[::1]:9464",
  "[2001:db8::1]",
  "shipping.monitoring.svc:9464",
])("the metrics are told by an address and a name that is known: %s", async (host) => {
  expect(await statusFor(host)).toBe(404);
});

it.each([
  "rebound.example.com",
  "rebound.example.com:9464",
  "localhost.example.com",
  "127.0.0.1.example.com",
  "shipping.monitoring.svc.example.com",
  "10.1.2.3@example.com",
  "[::1].example.com",
  "",
])("the metrics are not told to a page that points a name of its own there: %j", async (host) => {
  expect(await statusFor(host)).toBe(421);
});

it("nor by two names at once", async () => {
  expect(await statusFor("localhost", "rebound.example.com")).toBe(421);
});
