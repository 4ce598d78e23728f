import { join } from "node:path";
import { inspect } from "node:util";
import { arrangeGuessLimits, arrangeRateLimits, arrangeRequestBudget, arrangeSpendLimits } from "./config-limits.js";
import { arrangeMonitoring } from "./config-monitoring.js";
import { arrangeRetention } from "./config-retention.js";
import { answersLocalPages, type ConfigFault, effectiveAuthMode, ruleFaults } from "./config-rules.js";
import { type ConfigValues, type ConfigVariable, configVariables } from "./config-variables.js";

export type Config = Readonly<ReturnType<typeof arrange>>;

/** Every fault of the environment at once, one line each; `message` is fit to print and holds no value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(["The configuration is not usable:", ...faults.map((fault) => `  ${fault}`)].join("\n"));
    this.faults = faults;
  }
}

function parseVariables(env: NodeJS.ProcessEnv) {
  const values: Record<string, unknown> = {};
  const faults: ConfigFault[] = [];
  for (const [name, schema] of Object.entries(configVariables)) {
    const text = env[name]?.trim();
    const result = schema.safeParse(text === "" ? undefined : text);
    values[name] = result.success ? result.data : schema.parse(undefined);
    const message = result.error?.issues[0]?.message;
    if (message !== undefined) faults.push({ variable: name as ConfigVariable, message });
  }
  return { values: values as ConfigValues, faults };
}

/** A variable that is malformed stands at its default here, so what the rules say about it is dropped. */
function allFaults(values: ConfigValues, malformed: ConfigFault[]): ConfigFault[] {
  const names = new Set(malformed.map((fault) => fault.variable));
  if (names.has("MODE")) return malformed;
  return [...malformed, ...ruleFaults(values).filter((fault) => !names.has(fault.variable))];
}

function arrangeAuth(values: ConfigValues) {
  if (effectiveAuthMode(values) === "none") return { mode: "none" } as const;
  return {
    mode: "jwt",
    jwksUrl: values.JWT_JWKS_URL ?? "",
    issuer: values.JWT_ISSUER ?? "",
    audience: values.JWT_AUDIENCE ?? [],
    algorithms: values.JWT_ALGORITHMS,
    type: values.JWT_TYPE ?? null,
    tenantClaim: values.JWT_TENANT_CLAIM,
    scopeClaim: values.JWT_SCOPE_CLAIM,
  } as const;
}

/** What is added to neighbours' types; null: nothing is. */
function arrangeContributions(values: ConfigValues) {
  const { FEDERATION_ORDER_TYPE: orderType, FEDERATION_PRODUCT_TYPE: productType } = values;
  const hasOptions = values.FEDERATION_ORDER_DELIVERY_OPTIONS === "on";
  return {
    /** The type that gets `shipments`, and `deliveryOptions` where its pages wait for them. */
    orderEntity:
      orderType === undefined
        ? null
        : {
            typeName: orderType,
            keyField: values.FEDERATION_ORDER_KEY ?? "id",
            optionsWithinMs: hasOptions ? values.FEDERATION_ORDER_DEADLINE_MILLISECONDS : null,
          },
    /** The type that gets `shippingEstimate`. */
    productEntity:
      productType === undefined
        ? null
        : {
            typeName: productType,
            keyField: values.FEDERATION_PRODUCT_KEY ?? "id",
            answerWithinMs: values.FEDERATION_PRODUCT_DEADLINE_MILLISECONDS,
          },
  };
}

function arrange(values: ConfigValues) {
  return {
    mode: values.MODE,
    port: values.PORT,
    host: values.HOST,
    /** Without a trailing slash. Null (demo only): the address that the server listens on. */
    publicUrl: values.PUBLIC_URL ?? null,
    /** Absolute. */
    dataDir: values.DATA_DIR,
    /** Absolute. What carriers answered, until the database has it. */
    answersDir: values.ANSWERS_DIR ?? join(values.DATA_DIR, "answers"),
    /** Demo only: with an account and shipping methods from the first start on. */
    isDemoTenantSeeded: values.DEMO_TENANT === "seeded",
    corsOrigins: values.CORS_ORIGINS,
    localPages: answersLocalPages(values),
    database: {
      /** Null (demo only): the embedded database. */
      url: values.DATABASE_URL ?? null,
      migrationUrl: values.MIGRATION_DATABASE_URL ?? values.DATABASE_URL ?? null,
      poolSize: values.DATABASE_POOL_SIZE,
      startTimeoutSeconds: values.DATABASE_START_TIMEOUT_SECONDS,
      preparesStatements: values.DATABASE_PREPARED_STATEMENTS === "on",
    },
    admission: { maxRequests: values.MAX_REQUESTS, maxQueued: values.MAX_QUEUED_REQUESTS },
    rateLimits: arrangeRateLimits(values),
    guessLimits: arrangeGuessLimits(values),
    /** What they say of where a request comes from is believed. */
    trustedProxies: values.TRUSTED_PROXIES,
    /** Half of them may be of one address. */
    maxConnections: values.MAX_CONNECTIONS,
    auth: arrangeAuth(values),
    /** The values of `Router-Authorization` that are accepted, current first. Empty: the header is not asked for. */
    routerSecrets: [values.ROUTER_SECRET, values.ROUTER_SECRET_PREVIOUS].filter((secret) => secret != null),
    /** Null: any operation is answered. Files: manifests, absolute. */
    safelist: values.SAFELIST === "off" ? null : { mode: values.SAFELIST, files: values.SAFELIST_FILE ?? [] },
    introspection: values.INTROSPECTION ?? [values.MODE === "demo" ? "everyone" : "router"],
    /** Current first. Empty (demo only): kept in `dataDir`. */
    secretKeys: values.SECRET_KEYS,
    linkSigningKeys: values.LINK_SIGNING_KEYS,
    ups: {
      testBaseUrl: values.UPS_TEST_BASE_URL,
      productionBaseUrl: values.UPS_PRODUCTION_BASE_URL,
      /** Null: demo mode starts one of its own. */
      simulatorUrl: values.UPS_SIMULATOR_URL ?? null,
    },
    ...arrangeContributions(values),
    operationLimits: { maxCost: values.MAX_OPERATION_COST, maxDepth: values.MAX_OPERATION_DEPTH },
    requestBudget: arrangeRequestBudget(values),
    explorer: values.EXPLORER === "auto" ? values.MODE === "demo" : values.EXPLORER === "on",
    logLevel: values.LOG_LEVEL,
    monitoring: arrangeMonitoring(values),
    worker: values.WORKER === "on",
    /** False: maintenance, in which nothing is bought. */
    isSelling: values.SALES === "on",
    purchase: {
      maxAtCarrier: values.MAX_PURCHASES_AT_CARRIER,
      answerSeconds: values.PURCHASE_ANSWER_SECONDS,
      carrierTimeoutSeconds: values.CARRIER_BUY_TIMEOUT_SECONDS,
      reconcileAfterSeconds: values.RECONCILE_AFTER_SECONDS,
      notCreatedAfterSeconds: values.NOT_CREATED_AFTER_SECONDS,
      doubtfulPeriodSeconds: values.DOUBTFUL_PERIOD_HOURS * 3_600,
    },
    spendLimits: arrangeSpendLimits(values),
    /** Null: the worker follows no packages. */
    tracking:
      values.TRACKING_POLLS === "on"
        ? { everySeconds: values.TRACKING_POLL_SECONDS, callsPerMinute: values.TRACKING_CALLS_PER_MINUTE }
        : null,
    backgroundCallsPerSecond: values.CARRIER_BACKGROUND_CALLS_PER_SECOND,
    quoteTtlSeconds: values.QUOTE_TTL_SECONDS,
    deliveryOptions: {
      answerWithinMs: values.DELIVERY_OPTIONS_ANSWER_MILLISECONDS,
      /** 0: no cache. */
      cacheSeconds: values.DELIVERY_OPTIONS_CACHE_SECONDS,
    },
    retention: arrangeRetention(values),
    /** Part of the grace. Nobody balances load before a demo. */
    shutdownDelaySeconds: Math.min(
      values.SHUTDOWN_DELAY_SECONDS ?? (values.MODE === "demo" ? 0 : 2),
      values.SHUTDOWN_GRACE_SECONDS,
    ),
    shutdownGraceSeconds: values.SHUTDOWN_GRACE_SECONDS,
  };
}

function deepFreeze<T>(value: T): T {
  // The bytes of a key cannot be frozen.
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

/**
 * The configuration, frozen; it never prints itself, for it holds secrets. Empty variables count as unset.
 * Throws ConfigError naming every fault.
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const { values, faults: malformed } = parseVariables(env);
  const faults = allFaults(values, malformed);
  if (faults.length > 0) throw new ConfigError(faults.map(({ variable, message }) => `${variable}: ${message}`));
  const config = arrange(values);
  for (const print of ["toJSON", inspect.custom])
    Object.defineProperty(config, print, { value: () => "[config]", enumerable: false });
  return deepFreeze(config);
}
