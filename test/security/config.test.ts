import { inspect } from "node:util";
import { ConfigError, loadConfig } from "../../src/config.js";

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");

const production = {
  MODE: "production",
  PUBLIC_URL: "https://shipping.example.com/",
  DATABASE_URL: "postgresql://shipping:database-password@db.internal/shipping",
  JWT_JWKS_URL: "https://login.example.com/jwks.json",
  JWT_ISSUER: "https://login.example.com/",
  JWT_AUDIENCE: "shipping",
  SECRET_KEYS: `k1:${key(1)}`,
  LINK_SIGNING_KEYS: `l1:${key(2)}`,
  ROUTER_SECRET: "off",
};

/** Settings of how long data is kept, by its kind. */
const periods = {
  RATE_QUOTE: "RETENTION_QUOTE_DAYS",
  CARRIER_REQUEST: "RETENTION_CARRIER_REQUEST_DAYS",
  DOCUMENT: "RETENTION_DOCUMENT_DAYS",
  UPLOAD: "RETENTION_UPLOAD_DAYS",
  TOKEN: "RETENTION_TOKEN_DAYS",
  CREDENTIAL: "RETENTION_CREDENTIAL_DAYS",
  TRACKER: "RETENTION_TRACKER_DAYS",
  VOIDED_LABEL: "RETENTION_VOIDED_LABEL_DAYS",
  ADDRESS_CHECK: "RETENTION_ADDRESS_CHECK_DAYS",
  AUDIT_EVENT: "RETENTION_AUDIT_DAYS",
};

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe("loadConfig", () => {
  it("needs no variable for demo mode", () => {
    expect(loadConfig({})).toMatchObject({
      mode: "demo",
      port: 4000,
      host: "127.0.0.1",
      publicUrl: null,
      database: { url: null, migrationUrl: null, poolSize: 10 },
      auth: { mode: "none" },
      routerSecrets: [],
      secretKeys: [],
      ups: {
        testBaseUrl: "https://wwwcie.ups.com",
        productionBaseUrl: "https://onlinetools.ups.com",
        simulatorUrl: null,
      },
      orderEntity: null,
      explorer: true,
      worker: true,
      tracking: { everySeconds: 60, callsPerMinute: 30 },
      purchase: {
        answerSeconds: 20,
        carrierTimeoutSeconds: 60,
        reconcileAfterSeconds: 90,
        notCreatedAfterSeconds: 7200,
      },
    });
  });

  it("counts an empty or blank variable as unset", () => {
    expect(loadConfig({ PORT: "", MODE: "  ", DATABASE_URL: "" })).toEqual(loadConfig({}));
  });

  it("accepts a complete production environment", () => {
    expect(loadConfig(production)).toMatchObject({
      mode: "production",
      publicUrl: "https://shipping.example.com",
      database: { migrationUrl: production.DATABASE_URL },
      auth: { mode: "jwt", audience: ["shipping"], tenantClaim: "tenant_id", scopeClaim: "scope" },
      secretKeys: [{ id: "k1", bytes: Buffer.alloc(32, 1) }],
      explorer: false,
    });
  });

  it("reports every fault at once, one line each", () => {
    const env = {
      ...production,
      PORT: "80000",
      LOG_LEVEL: "loud",
      DATABASE_URL: "mysql://root:hunter2@db/x",
      PUBLIC_URL: "",
      EXPLORER: "on",
      RECONCILE_AFTER_SECONDS: "60",
    };
    expect(faultsOf(env)).toEqual([
      "PORT: is above 65535",
      "DATABASE_URL: does not start with postgres:// or postgresql://",
      "LOG_LEVEL: is not one of fatal, error, warn, info, debug, trace, silent",
      "EXPLORER: explorers are refused in production",
      "PUBLIC_URL: is required in production",
      "RECONCILE_AFTER_SECONDS: is not above CARRIER_BUY_TIMEOUT_SECONDS",
    ]);
    expect(new ConfigError(faultsOf(env)).message.split("\n")).toHaveLength(7);
  });

  it("prints no value of a faulty variable", () => {
    const faults = faultsOf({
      SECRET_KEYS: "k1:canary-key",
      ROUTER_SECRET: "canary-short",
      DATABASE_URL: "canary://user:canary@host",
      JWT_JWKS_URL: "https://canary:canary@login.example.com/jwks.json",
    });
    expect(faults).toHaveLength(4);
    expect(faults.join("\n")).not.toContain("canary");
  });

  it("is frozen to the bottom and never prints itself", () => {
    const config = loadConfig(production);
    expect(() => Object.assign(config.purchase, { answerSeconds: 1 })).toThrow(TypeError);
    expect(() => Object.assign(config, { mode: "demo" })).toThrow(TypeError);
    expect([inspect(config), JSON.stringify({ config })]).toEqual(["[config]", '{"config":"[config]"}']);
  });

  it("lists rotated secrets current first", () => {
    const config = loadConfig({
      ROUTER_SECRET: "n".repeat(32),
      ROUTER_SECRET_PREVIOUS: "o".repeat(32),
      SECRET_KEYS: `k2:${key(2)}, k1:${key(1)}`,
    });
    expect(config.routerSecrets).toEqual(["n".repeat(32), "o".repeat(32)]);
    expect(config.secretKeys.map(({ id }) => id)).toEqual(["k2", "k1"]);
  });

  it.each([
    ["AUTH_MODE none", { AUTH_MODE: "none" }, "AUTH_MODE: none is refused in production"],
    [
      "the simulator",
      { UPS_SIMULATOR_URL: "http://127.0.0.1:5000" },
      "UPS_SIMULATOR_URL: the simulator is refused in production, and so are SIMULATOR accounts",
    ],
    ["explorers", { EXPLORER: "on" }, "EXPLORER: explorers are refused in production"],
    ["a missing database", { DATABASE_URL: "" }, "DATABASE_URL: is required in production"],
    ["a missing public URL", { PUBLIC_URL: "" }, "PUBLIC_URL: is required in production"],
    ["missing secret keys", { SECRET_KEYS: "" }, "SECRET_KEYS: is required in production"],
    ["missing link keys", { LINK_SIGNING_KEYS: "" }, "LINK_SIGNING_KEYS: is required in production"],
    ["a missing issuer", { JWT_ISSUER: "" }, "JWT_ISSUER: is required while AUTH_MODE is jwt"],
    ["a missing audience", { JWT_AUDIENCE: "" }, "JWT_AUDIENCE: is required while AUTH_MODE is jwt"],
    ["a missing key set", { JWT_JWKS_URL: "" }, "JWT_JWKS_URL: is required while AUTH_MODE is jwt"],
    ["a plain http public URL", { PUBLIC_URL: "http://shipping.example.com" }, "PUBLIC_URL: is not https"],
    ["a plain http key set", { JWT_JWKS_URL: "http://login.example.com/jwks" }, "JWT_JWKS_URL: is not https"],
    [
      "a loopback UPS",
      { UPS_TEST_BASE_URL: "http://127.0.0.1:5000" },
      "UPS_TEST_BASE_URL: a loopback address is refused in production",
    ],
    [
      "one key for two uses",
      { LINK_SIGNING_KEYS: production.SECRET_KEYS },
      "LINK_SIGNING_KEYS: shares a key with SECRET_KEYS: each use needs its own",
    ],
    [
      "a router's secret that is left out without a word",
      { ROUTER_SECRET: "" },
      "ROUTER_SECRET: is required in production: set what the router sends as Router-Authorization (openssl rand -base64 32), or ROUTER_SECRET=off where clients come without a router",
    ],
    ["a short secret", { ROUTER_SECRET: "short" }, "ROUTER_SECRET: is neither off nor at least 32 characters long"],
    [
      "a secret before none",
      { ROUTER_SECRET_PREVIOUS: "o".repeat(32) },
      "ROUTER_SECRET_PREVIOUS: is set without ROUTER_SECRET",
    ],
    [
      "introspection for a router that cannot prove itself",
      { INTROSPECTION: "router,admin" },
      "INTROSPECTION: names the router, which cannot be told from others without ROUTER_SECRET",
    ],
    ["a list of operations that is nowhere", { SAFELIST: "only" }, "SAFELIST_FILE: is required while SAFELIST is only"],
    ["a list that is something else", { SAFELIST: "strict" }, "SAFELIST: is not one of off, log, only"],
    [
      "introspection for nobody knows whom",
      { INTROSPECTION: "off,admin" },
      "INTROSPECTION: is neither off nor a list of everyone, router and scopes",
    ],
    [
      "an order's shipments for everybody who guesses its key",
      { FEDERATION_ORDER_TYPE: "Order" },
      "ROUTER_SECRET: is required in production while FEDERATION_ORDER_TYPE is set: keys of orders can be guessed, so only the router may ask for their shipments",
    ],
  ])("refuses %s in production", (_, change, fault) => {
    expect(faultsOf({ ...production, ...change })).toEqual([fault]);
  });

  it.each([
    ["http://169.254.169.254", "must name a host, not an address"],
    ["https://169.254.169.254", "must name a host, not an address"],
    ["https://2852039166", "must name a host, not an address"],
    ["https://[fd00:ec2::254]", "must name a host, not an address"],
    ["https://[::ffff:127.0.0.1]", "must name a host, not an address"],
    ["http://wwwcie.ups.com", "is not https"],
    ["https://ups.example.com", "ups.example.com is neither a host of UPS nor listed in UPS_ALLOWED_HOSTS"],
    ["https://wwwcie.ups.com.example.com", "wwwcie.ups.com.example.com is neither a host of UPS nor listed"],
    ["https://wwwcie.ups.com@example.com", "contains a user name or password"],
    ["https://wwwcie.ups.com/api", "has a path: only scheme, host and port belong here"],
    ["https://onlinetools.ups.com", "is UPS's production host: test labels would cost money"],
    ["file:///etc/passwd", "does not start with https:// or http://"],
  ])("refuses %s as UPS's test address", (url, message) => {
    expect(faultsOf({ UPS_TEST_BASE_URL: url })).toEqual([expect.stringContaining(`UPS_TEST_BASE_URL: ${message}`)]);
  });

  it("adds shipments to orders where only the router asks, and in a demo", () => {
    const order = { FEDERATION_ORDER_TYPE: "Order" };
    const orderEntity = { typeName: "Order", keyField: "id" };
    expect(loadConfig(order)).toMatchObject({ orderEntity, routerSecrets: [] });
    expect(loadConfig({ ...production, ...order, ROUTER_SECRET: "s".repeat(32) })).toMatchObject({ orderEntity });
    const prices = { FEDERATION_ORDER_DELIVERY_OPTIONS: "on", FEDERATION_PRODUCT_TYPE: "Item" };
    expect(loadConfig({ ...order, ...prices, FEDERATION_PRODUCT_KEY: "sku" })).toMatchObject({
      orderEntity: { ...orderEntity, optionsWithinMs: 4_000 },
      productEntity: { typeName: "Item", keyField: "sku", answerWithinMs: 2_000 },
    });
  });

  it("shows the schema to everybody in a demo, and in production to the router or whom a setting names", () => {
    const shownTo = (env: NodeJS.ProcessEnv) => loadConfig(env).introspection;
    const behindRouter = { ...production, ROUTER_SECRET: "s".repeat(32) };
    expect(shownTo({})).toEqual(["everyone"]);
    expect([shownTo(production), shownTo(behindRouter)]).toEqual([["router"], ["router"]]);
    expect(shownTo({ ...production, INTROSPECTION: "off" })).toEqual([]);
    expect(shownTo({ ...behindRouter, INTROSPECTION: "router, admin" })).toEqual(["router", "admin"]);
    expect(shownTo({ ...production, INTROSPECTION: "everyone" })).toEqual(["everyone"]);
    expect(loadConfig({ ...production, ROUTER_SECRET: "OFF" }).routerSecrets).toEqual([]);
  });

  it("answers any operation unless a list is named, from absolute files", () => {
    const files = { SAFELIST: "only", SAFELIST_FILE: "/a.json, /b.json" };
    expect(loadConfig(production).safelist).toBeNull();
    expect(loadConfig({ ...production, ...files }).safelist).toEqual({ mode: "only", files: ["/a.json", "/b.json"] });
    expect(loadConfig({ ...production, ...files, SAFELIST: "off" }).safelist).toBeNull();
  });

  it("lets an operator allow a host for UPS, and loopback in demo mode", () => {
    const allowed = { UPS_PRODUCTION_BASE_URL: "https://egress.example.com", UPS_ALLOWED_HOSTS: "egress.example.com" };
    expect(loadConfig({ ...production, ...allowed }).ups.productionBaseUrl).toBe("https://egress.example.com");
    expect(loadConfig({ UPS_TEST_BASE_URL: "http://127.0.0.1:5000" }).ups.testBaseUrl).toBe("http://127.0.0.1:5000");
  });

  it.each([
    ["0.0.0.0", ["HOST: must be a loopback address while AUTH_MODE is none"]],
    ["192.0.2.1", ["HOST: must be a loopback address while AUTH_MODE is none"]],
    ["::1", []],
    ["localhost", []],
    ["127.8.0.1", []],
  ])("judges HOST=%s without authentication", (host, faults) => {
    expect(faultsOf({ HOST: host })).toEqual(faults);
  });

  it("answers pages of this machine in a demo that nobody else reaches", () => {
    const jwt = { JWT_JWKS_URL: production.JWT_JWKS_URL, JWT_ISSUER: "issuer", JWT_AUDIENCE: "shipping" };
    expect(loadConfig({}).localPages).toBe(true);
    expect(loadConfig({ HOST: "0.0.0.0", AUTH_MODE: "jwt", ...jwt }).localPages).toBe(false);
    expect(loadConfig(production).localPages).toBe(false);
  });

  it("refuses symmetric and absent JWT algorithms", () => {
    for (const JWT_ALGORITHMS of ["HS256", "none", "RS256,HS512"])
      expect(faultsOf({ ...production, JWT_ALGORITHMS })).toEqual([
        expect.stringContaining("JWT_ALGORITHMS: is not one of RS256"),
      ]);
  });

  it("guards what tenants spend: labels in production by itself, amounts where they are named", () => {
    const perDay = { SPEND_MAX_AMOUNT_PER_DAY: "20000.00 USD" };
    expect(loadConfig({}).spendLimits).toEqual([]);
    expect(loadConfig(production).spendLimits).toEqual([
      { period: "MINUTE", unit: "LABEL", maximum: "300" },
      { period: "DAY", unit: "LABEL", maximum: "10000" },
    ]);
    const own = { ...production, ...perDay, SPEND_MAX_LABELS_PER_MINUTE: "5", SPEND_MAX_LABELS_PER_DAY: "none" };
    expect(loadConfig(own).spendLimits).toEqual([
      { period: "MINUTE", unit: "LABEL", maximum: "5" },
      { period: "DAY", unit: "USD", maximum: "20000.00" },
    ]);
    const both = { SPEND_MAX_AMOUNT_PER_DAY: "20000.00 USD, 18000 EUR" };
    expect(loadConfig(both).spendLimits.map(({ unit, maximum }) => `${maximum} ${unit}`)).toEqual([
      ...["20000.00 USD", "18000 EUR"],
    ]);
    expect(faultsOf({ SPEND_MAX_AMOUNT_PER_DAY: "1 USD, 2 USD" })).toEqual([
      "SPEND_MAX_AMOUNT_PER_DAY: has two amounts in one currency",
    ]);
    expect(faultsOf({ SPEND_MAX_LABELS_PER_DAY: "many", SPEND_MAX_AMOUNT_PER_DAY: "5 dollars" })).toEqual([
      "SPEND_MAX_LABELS_PER_DAY: is neither a whole number nor none",
      "SPEND_MAX_AMOUNT_PER_DAY: is neither like 5000.00 USD nor none",
    ]);
  });

  it("puts every limit and period where its name says", () => {
    const { rateLimits, guessLimits, requestBudget } = loadConfig({
      ...{ RATE_LIMIT_BUYERS: "1", RATE_LIMIT_STAFF: "2", RATE_LIMIT_ENTITIES: "3", RATE_LIMIT_ANONYMOUS: "4" },
      ...{ RATE_LIMIT_LINKS: "5", RATE_LIMIT_STORE: "memory" },
      ...{ RATE_LIMIT_TRACK_DELIVERY: "6", RATE_LIMIT_TRACK_DELIVERY_CALLER: "7" },
      ...{ MAX_REQUEST_ROWS: "11", MAX_REQUEST_READ_MEGABYTES: "12", MAX_REQUEST_ANSWER_MEGABYTES: "13" },
      ...{ MAX_REQUEST_CARRIER_CALLS: "14", MAX_REQUEST_PROCESSOR_MILLISECONDS: "15" },
      ...{ MAX_REQUEST_CONNECTION_SECONDS: "16", MAX_REQUEST_CONNECTIONS: "17", DATABASE_POOL_SIZE: "10" },
    });
    expect(rateLimits).toEqual({ buyers: 1, staff: 2, entities: 3, anonymous: 4, links: 5, isShared: false });
    expect(guessLimits).toEqual({ ofOne: 6, ofCaller: 7, isShared: false });
    expect(requestBudget).toEqual({
      ...{ ROWS: 11, READ_BYTES: 12 * 1_048_576, ANSWER_BYTES: 13 * 1_048_576, CARRIER_CALLS: 14 },
      // Half of the pool at most: one request never holds all of it.
      ...{ PROCESSOR_MILLISECONDS: 15, CONNECTION_MILLISECONDS: 16_000, CONNECTIONS: 5 },
    });
    expect(loadConfig({ MAX_REQUEST_CONNECTIONS: "2" }).requestBudget.CONNECTIONS).toBe(2);
    for (const [kind, name] of Object.entries(periods))
      expect(loadConfig({ [name]: "77" }).retention).toEqual({ ...loadConfig({}).retention, [kind]: 77 });
  });

  it("lets load balancers notice that a server stops, within the time it has for stopping", () => {
    const delay = (env: NodeJS.ProcessEnv) => loadConfig(env).shutdownDelaySeconds;
    expect([delay({}), delay(production), delay({ SHUTDOWN_DELAY_SECONDS: "5" })]).toEqual([0, 2, 5]);
    expect(delay({ ...production, SHUTDOWN_GRACE_SECONDS: "1" })).toBe(1);
    expect(faultsOf({ SHUTDOWN_DELAY_SECONDS: "9", SHUTDOWN_GRACE_SECONDS: "8" })).toEqual([
      "SHUTDOWN_DELAY_SECONDS: is above SHUTDOWN_GRACE_SECONDS",
    ]);
  });

  it("monitors nothing unless it is told where that goes, by OpenTelemetry's own variables", () => {
    const monitoring = (env: NodeJS.ProcessEnv) => loadConfig(env).monitoring;
    const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318/" };
    const prometheus = { host: "127.0.0.1", port: 9464 };
    const traces = "http://collector:4318/v1/traces";
    const metrics = "http://collector:4318/v1/metrics";
    expect(monitoring({})).toBeNull();
    expect(monitoring({ OTEL_TRACES_EXPORTER: "none", OTEL_TRACES_SAMPLER: "always_on" })).toBeNull();
    expect(monitoring({ ...collector, METRICS_PORT: "9464", OTEL_SDK_DISABLED: "true" })).toBeNull();
    expect(monitoring({ METRICS_PORT: "9464" })).toMatchObject({ prometheus, tracesUrl: null, metricsUrl: null });
    expect(monitoring(collector)).toMatchObject({ prometheus: null, tracesUrl: traces, metricsUrl: metrics });
    expect(monitoring({ ...collector, OTEL_METRICS_EXPORTER: "none" })).toMatchObject({
      ...{ tracesUrl: traces, metricsUrl: null, protocol: "http/protobuf" },
      ...{ sampler: "parentbased_always_on", samplerRatio: 1 },
    });
    expect(monitoring({ OTEL_TRACES_EXPORTER: "otlp" })?.tracesUrl).toBe("http://localhost:4318/v1/traces");
    expect(monitoring({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "https://traces/x" })?.tracesUrl).toBe("https://traces/x");
    expect(faultsOf({ METRICS_PORT: "4000", OTEL_TRACES_SAMPLER_ARG: "2", OTEL_TRACES_EXPORTER: "zipkin" })).toEqual([
      "OTEL_TRACES_EXPORTER: is not one of otlp, none",
      "OTEL_TRACES_SAMPLER_ARG: is not a number from 0 to 1",
      "METRICS_PORT: is the public PORT",
    ]);
  });

  it("refuses settings that hang in the air", () => {
    expect(
      faultsOf({
        ROUTER_SECRET_PREVIOUS: "o".repeat(32),
        MIGRATION_DATABASE_URL: "postgres://owner@db/x",
        FEDERATION_ORDER_KEY: "number",
        FEDERATION_ORDER_DELIVERY_OPTIONS: "on",
        FEDERATION_PRODUCT_KEY: "sku",
      }),
    ).toEqual([
      "ROUTER_SECRET_PREVIOUS: is set without ROUTER_SECRET",
      "MIGRATION_DATABASE_URL: is set without DATABASE_URL",
      "FEDERATION_ORDER_KEY: is set without FEDERATION_ORDER_TYPE",
      "FEDERATION_ORDER_DELIVERY_OPTIONS: is on without FEDERATION_ORDER_TYPE",
      "FEDERATION_PRODUCT_KEY: is set without FEDERATION_PRODUCT_TYPE",
    ]);
  });
});
