import { createSimulatorControl } from "@shipping-subgraph/ups-simulator/control-client.js";
import { type RunningSimulator, startSimulator } from "@shipping-subgraph/ups-simulator/start-simulator.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { runAdmin } from "../support/database-cluster.js";
import { eventually } from "../support/eventually.js";
import { aDataDir, type LaunchedServer, launchServer, stopLaunched } from "../support/launched-server.js";
import { alertRules, dashboard, metricsIn } from "../support/monitoring-files.js";
import { attributeOf, type ReceivedSpan, startOtlpReceiver } from "../support/otlp-receiver.js";
import { aPackage, newYork } from "../support/seed.js";

const account = "cac_00000000-0000-7000-8000-000000000001";
const ofRouter = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331" };
const headers = { traceparent: `00-${ofRouter.traceId}-${ofRouter.spanId}-01`, "x-request-id": "req-of-router" };

const buyMutation = `mutation Buy($input: PurchaseLabelInput!) {
  purchaseLabel(input: $input) { purchase { id state } userErrors { code message } } }`;
const input = (idempotencyKey: string) => ({
  idempotencyKey,
  shipment: { carrierAccountId: account, shipTo: newYork, packages: [aPackage], service: "UPS_GROUND" },
});

let database: TestDatabase;
let simulator: RunningSimulator;
let collector: Awaited<ReturnType<typeof startOtlpReceiver>>;
let server: LaunchedServer;
let metricsUrl: string;
let url: string;

beforeAll(async () => {
  [database, simulator, collector] = await Promise.all([createTestDatabase(), startSimulator(), startOtlpReceiver()]);
  server = launchServer({
    ...{ DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.adminUrl, UPS_SIMULATOR_URL: simulator.url },
    ...{ DATA_DIR: await aDataDir(), LOG_LEVEL: "debug", METRICS_PORT: "0" },
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: "http/json" },
  });
  url = await server.url();
  metricsUrl = (await server.prints(/Metrics\s+(http:\S+)/))[1]!;
});
afterAll(async () => {
  await stopLaunched();
  await Promise.all([database.drop(), simulator.close(), collector.stop()]);
});

const scrape = async () => (await fetch(metricsUrl)).text();
const inTrace = (traceId: string) => collector.spans().filter((span) => span.traceId === traceId);

/** The names from the span up to where the trace came from. */
function pathOf(span: ReceivedSpan, all: ReceivedSpan[]): string[] {
  const above = all.find(({ spanId }) => spanId === span.parentSpanId);
  return [span.name, ...(above ? pathOf(above, all) : [span.parentSpanId ?? "nobody"])];
}

/** A series without what was counted. */
const series = (text: string) => text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

describe("one purchase", () => {
  let spans: ReceivedSpan[];
  beforeAll(async () => {
    const { data } = await server.query(buyMutation, { input: input("monitored-1") }, headers);
    expect(data.purchaseLabel.purchase.state).toBe("PURCHASED");
    spans = await eventually(
      () => inTrace(ofRouter.traceId),
      (seen) => seen.some(({ name }) => name === "POST /graphql"),
    );
  });

  it("is one trace, from the router's span through SQL to UPS and back", () => {
    for (const span of spans) expect([span.name, pathOf(span, spans).at(-1)]).toEqual([span.name, ofRouter.spanId]);
    const paths = spans.map((span) => pathOf(span, spans).slice(0, -1).join(" < "));
    const request = "Mutation.purchaseLabel < mutation < POST /graphql";
    expect(paths).toEqual(
      expect.arrayContaining([
        `INSERT label_purchase < transaction < purchase claim < ${request}`,
        `COMMIT < transaction < purchase claim < ${request}`,
        `UPS SHIP < carrier ship < ${request}`,
        `INSERT shipping_label < transaction < ${request}`,
      ]),
    );
  });

  it("says of the call what UPS's support and an operator ask for, and UPS is not told of the trace", async () => {
    const ship = spans.find(({ name }) => name === "UPS SHIP")!;
    const seen = (await createSimulatorControl(simulator.url).requests()).filter(
      ({ operation }) => operation === "SHIP",
    );
    expect([ship.kind, attributeOf(ship, "carrier.operation")]).toEqual([3, "SHIP"]);
    expect(Number(attributeOf(ship, "http.response.status_code"))).toBe(200);
    expect(seen.map(({ transId }) => transId)).toContain(attributeOf(ship, "ups.trans_id"));
    expect(JSON.stringify(seen)).not.toContain(ofRouter.traceId);
  });

  it("is found in the log by the ids of its trace, its span and its request", async () => {
    const line = server.lines().find((each) => each.includes("operation=Buy"));
    const operation = spans.find(({ name }) => name === "mutation")!;
    expect(line).toContain(`trace_id=${ofRouter.traceId} span_id=${operation.spanId} requestId=req-of-router`);
  });

  it("whose answer was lost is looked for in a trace that is linked to its own", async () => {
    const control = createSimulatorControl(simulator.url);
    await control.addFault({ kind: "LOSE_ANSWER", operation: "SHIP", times: 1 });
    const traceId = "1af7651916cd43dd8448eb211c80319d";
    const traced = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };
    const { data } = await server.query(buyMutation, { input: input("monitored-2") }, traced);
    expect(data.purchaseLabel.purchase.state).toBe("UNKNOWN");
    const owner = (change: string) => `alter table label_purchase ${change} row level security`;
    const isDue = "update label_purchase set next_check_at = now() where state = 'UNKNOWN'";
    await runAdmin(database.adminUrl, owner("no force"), isDue, owner("force"));
    const look = await eventually(() =>
      collector.spans().find(({ links = [] }) => links.some((link) => link.traceId === traceId)),
    );
    expect([look!.name, look!.parentSpanId ?? ""]).toEqual(["take_due_label_purchases", ""]);
    await eventually(() => inTrace(look!.traceId).some(({ name }) => name.startsWith("UPS ")));
  });
});

describe("the metrics", () => {
  it("are on a port of their own, for reading /metrics only, and never on the public one", async () => {
    const status = async (address: string, method = "GET") => (await fetch(address, { method })).status;
    expect(new URL(metricsUrl).port).not.toBe(new URL(url).port);
    expect([await status(metricsUrl), await status(metricsUrl, "HEAD")]).toEqual([200, 200]);
    expect([await status(`${metricsUrl}?collect=all`), await status(metricsUrl, "POST")]).toEqual([200, 405]);
    expect([await status(new URL("/graphql", metricsUrl).href), await status(`${url}/metrics`)]).toEqual([404, 404]);
  });

  it("tell of purchases, work, calls to UPS, spend, tokens, the pool and the process", async () => {
    const text = await scrape();
    const told = [
      /^shipping_purchases_open\{state="UNKNOWN",age="0-1m"\} \d+$/m,
      /^shipping_work_lag_seconds\{queue="purchase"\} [\d.]+$/m,
      /^http_client_request_duration_seconds_count\{carrier_operation="SHIP",carrier_urgency="BUYING",http_request_method="POST",http_response_status_code="200"\} \d+$/m,
      /^http_server_request_duration_seconds_count\{http_request_method="POST",http_route="\/graphql",http_response_status_code="200"\} \d+$/m,
      /^graphql_server_operation_duration_seconds_count\{graphql_operation_type="mutation"\} \d+$/m,
      /^shipping_purchase_outcomes_total\{outcome="ANSWERED"\} [1-9]\d*$/m,
      /^shipping_carrier_tokens\{state="FRESH"\} 1$/m,
      /^shipping_worker_late\{loop="The sweep for due purchases"\} 0$/m,
      /^db_client_connection_pending_requests \d+$/m,
      /^db_client_connection_timeouts_total\{lane="BUYING"\} 0$/m,
      /^shipping_database_lane_waiting\{lane="BUYING"\} 0$/m,
      /^shipping_admission_requests\{state="WORKING"\} \d+$/m,
      /^shipping_admission_admitted_total [1-9]\d*$/m,
      /^shipping_admission_refused_total 0$/m,
      /^shipping_sales_on 1$/m,
      /^shipping_journal_entries\{state="LEFT"\} 0$/m,
      /^process_memory_usage_bytes \d+$/m,
      /^nodejs_eventloop_utilization [\d.]+$/m,
      /^shipping_database_up 1$/m,
    ];
    for (const pattern of told) expect(text).toMatch(pattern);
  });

  it("are all that the alerts and the dashboard ask for", async () => {
    const { panels } = dashboard();
    const asked = metricsIn([
      ...alertRules().map(({ expr }) => expr),
      ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
    ]);
    expect(asked.length).toBeGreaterThan(30);
    const names = new Set<string>();
    // Node tells of delays once there are some.
    await eventually(async () => {
      for (const line of series(await scrape())) names.add(/^[a-z0-9_]+/.exec(line)![0]);
      return names.has("nodejs_eventloop_delay_p99_seconds");
    });
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });

  it("have as many series whatever strangers send", async () => {
    const strange = async (round: number) => {
      await fetch(`${url}/nothing-${round}/here`, { headers: { "x-request-id": `id-${round}` } });
      await fetch(`${url}/files/${round}`);
      await server.query(`query Name${round} { carriers { code } }`);
      await server.query(`query Name${round} { nothing${round} }`);
    };
    for (const round of [0, 1]) await strange(round);
    const before = series(await scrape()).length;
    for (const round of Array.from({ length: 40 }, (_, index) => index + 2)) await strange(round);
    const text = await scrape();
    expect(text).not.toMatch(/nothing-?\d|Name\d|id-\d/);
    // New garbage collections may bring a kind of their own.
    const isOurs = (line: string) => !line.startsWith("v8js_");
    expect(series(text).filter(isOurs).length).toBeLessThanOrEqual(before);
    expect(series(text).length).toBeLessThan(1_000);
  });

  it("say that the database is away, without its numbers and without waiting for it", async () => {
    await runAdmin(database.adminUrl, "alter function monitoring_snapshot() rename to away");
    const text = await eventually(scrape, (seen) => /^shipping_database_up 0$/m.test(seen));
    await runAdmin(database.adminUrl, "alter function away() rename to monitoring_snapshot");
    expect(text).not.toMatch(/^shipping_purchases_open/m);
    expect(text).toMatch(/^process_memory_usage_bytes /m);
    await eventually(scrape, (seen) => /^shipping_database_up 1$/m.test(seen));
  });
});
