import { isAddress, isLoopback } from "./config-hosts.js";
import type { ConfigValues, ConfigVariable } from "./config-variables.js";

export interface ConfigFault {
  variable: ConfigVariable;
  message: string;
}

type Rule = (values: ConfigValues) => Iterable<ConfigFault>;

const upsTestHost = "wwwcie.ups.com";
const upsProductionHost = "onlinetools.ups.com";

/** Demo mode needs no token, production always does. */
export function effectiveAuthMode(values: ConfigValues): "none" | "jwt" {
  return values.AUTH_MODE ?? (values.MODE === "production" ? "jwt" : "none");
}

/** A demo that only this machine reaches answers every front end on it. */
export function answersLocalPages({ MODE, HOST }: ConfigValues): boolean {
  return MODE === "demo" && isLoopback(HOST);
}

function* productionRefusals(values: ConfigValues): Iterable<ConfigFault> {
  if (values.MODE !== "production") return;
  if (values.AUTH_MODE === "none") yield { variable: "AUTH_MODE", message: "none is refused in production" };
  if (values.UPS_SIMULATOR_URL !== undefined)
    yield {
      variable: "UPS_SIMULATOR_URL",
      message: "the simulator is refused in production, and so are SIMULATOR accounts",
    };
  if (values.EXPLORER === "on") yield { variable: "EXPLORER", message: "explorers are refused in production" };
  if (values.DATABASE_URL === undefined) yield { variable: "DATABASE_URL", message: "is required in production" };
  if (values.PUBLIC_URL === undefined) yield { variable: "PUBLIC_URL", message: "is required in production" };
  if (values.SECRET_KEYS.length === 0) yield { variable: "SECRET_KEYS", message: "is required in production" };
  if (values.LINK_SIGNING_KEYS.length === 0)
    yield { variable: "LINK_SIGNING_KEYS", message: "is required in production" };
}

function* callerRules(values: ConfigValues): Iterable<ConfigFault> {
  if (effectiveAuthMode(values) === "none") {
    if (values.MODE === "demo" && !isLoopback(values.HOST))
      yield { variable: "HOST", message: "must be a loopback address while AUTH_MODE is none" };
  } else {
    for (const variable of ["JWT_JWKS_URL", "JWT_ISSUER", "JWT_AUDIENCE"] as const)
      if (values[variable] === undefined) yield { variable, message: "is required while AUTH_MODE is jwt" };
  }
}

/** Whoever leaves the secret out in production says so: else anybody who reaches the port goes round the router. */
function* routerRules(values: ConfigValues): Iterable<ConfigFault> {
  if (values.MODE === "production" && values.ROUTER_SECRET === undefined)
    yield {
      variable: "ROUTER_SECRET",
      message:
        "is required in production: set what the router sends as Router-Authorization (openssl rand -base64 32), or ROUTER_SECRET=off where clients come without a router",
    };
  if (values.ROUTER_SECRET_PREVIOUS !== undefined && values.ROUTER_SECRET == null)
    yield { variable: "ROUTER_SECRET_PREVIOUS", message: "is set without ROUTER_SECRET" };
  if (values.SAFELIST !== "off" && values.SAFELIST_FILE === undefined)
    yield { variable: "SAFELIST_FILE", message: `is required while SAFELIST is ${values.SAFELIST}` };
  if (values.INTROSPECTION?.includes("router") && values.ROUTER_SECRET == null)
    yield {
      variable: "INTROSPECTION",
      message: "names the router, which cannot be told from others without ROUTER_SECRET",
    };
}

function* databaseRules(values: ConfigValues): Iterable<ConfigFault> {
  if (values.MIGRATION_DATABASE_URL !== undefined && values.DATABASE_URL === undefined)
    yield { variable: "MIGRATION_DATABASE_URL", message: "is set without DATABASE_URL" };
}

function* keyRules(values: ConfigValues): Iterable<ConfigFault> {
  const secretKeys = values.SECRET_KEYS.map((key) => key.bytes);
  if (values.LINK_SIGNING_KEYS.some((key) => secretKeys.some((bytes) => bytes.equals(key.bytes))))
    yield { variable: "LINK_SIGNING_KEYS", message: "shares a key with SECRET_KEYS: each use needs its own" };
}

/** Server-side request forgery ends here: no address, no plain http, no host that the operator did not name. */
function upsHostFault(baseUrl: string, values: ConfigValues): string | null {
  const { hostname, protocol } = new URL(baseUrl);
  if (isLoopback(hostname)) return values.MODE === "demo" ? null : "a loopback address is refused in production";
  if (isAddress(hostname)) return "must name a host, not an address";
  if (protocol !== "https:") return "is not https";
  const isAllowed = [upsTestHost, upsProductionHost, ...values.UPS_ALLOWED_HOSTS].includes(hostname);
  return isAllowed ? null : `${hostname} is neither a host of UPS nor listed in UPS_ALLOWED_HOSTS`;
}

function* upsRules(values: ConfigValues): Iterable<ConfigFault> {
  for (const variable of ["UPS_TEST_BASE_URL", "UPS_PRODUCTION_BASE_URL"] as const) {
    const message = upsHostFault(values[variable], values);
    if (message !== null) yield { variable, message };
  }
  if (new URL(values.UPS_TEST_BASE_URL).hostname === upsProductionHost)
    yield { variable: "UPS_TEST_BASE_URL", message: "is UPS's production host: test labels would cost money" };
  if (new URL(values.UPS_PRODUCTION_BASE_URL).hostname === upsTestHost)
    yield { variable: "UPS_PRODUCTION_BASE_URL", message: "is UPS's test host: its labels cannot be shipped" };
  const simulatorHost = new URL(values.UPS_SIMULATOR_URL ?? "http://localhost").hostname;
  if (isAddress(simulatorHost) && !isLoopback(simulatorHost))
    yield { variable: "UPS_SIMULATOR_URL", message: "must be a loopback address or a host name" };
}

function* federationRules(values: ConfigValues): Iterable<ConfigFault> {
  if (values.FEDERATION_ORDER_KEY !== undefined && values.FEDERATION_ORDER_TYPE === undefined)
    yield { variable: "FEDERATION_ORDER_KEY", message: "is set without FEDERATION_ORDER_TYPE" };
  if (values.FEDERATION_ORDER_DELIVERY_OPTIONS === "on" && values.FEDERATION_ORDER_TYPE === undefined)
    yield { variable: "FEDERATION_ORDER_DELIVERY_OPTIONS", message: "is on without FEDERATION_ORDER_TYPE" };
  if (values.FEDERATION_PRODUCT_KEY !== undefined && values.FEDERATION_PRODUCT_TYPE === undefined)
    yield { variable: "FEDERATION_PRODUCT_KEY", message: "is set without FEDERATION_PRODUCT_TYPE" };
  if (values.FEDERATION_PRODUCT_TYPE !== undefined && values.FEDERATION_PRODUCT_TYPE === values.FEDERATION_ORDER_TYPE)
    yield { variable: "FEDERATION_PRODUCT_TYPE", message: "is FEDERATION_ORDER_TYPE" };
  if (values.MODE === "production" && values.FEDERATION_ORDER_TYPE !== undefined && values.ROUTER_SECRET == null)
    yield {
      variable: "ROUTER_SECRET",
      message:
        "is required in production while FEDERATION_ORDER_TYPE is set: keys of orders can be guessed, so only the router may ask for their shipments",
    };
}

/** A purchase still on the wire must never be looked for, and a lost one not given up before it was looked for. */
function* timingRules(values: ConfigValues): Iterable<ConfigFault> {
  if (values.PURCHASE_ANSWER_SECONDS > values.CARRIER_BUY_TIMEOUT_SECONDS)
    yield { variable: "PURCHASE_ANSWER_SECONDS", message: "is above CARRIER_BUY_TIMEOUT_SECONDS" };
  if (values.RECONCILE_AFTER_SECONDS <= values.CARRIER_BUY_TIMEOUT_SECONDS)
    yield { variable: "RECONCILE_AFTER_SECONDS", message: "is not above CARRIER_BUY_TIMEOUT_SECONDS" };
  if (values.NOT_CREATED_AFTER_SECONDS <= values.RECONCILE_AFTER_SECONDS)
    yield { variable: "NOT_CREATED_AFTER_SECONDS", message: "is not above RECONCILE_AFTER_SECONDS" };
}

/** A quote out of the cache has to last for as long as a buyer takes to order. */
function* cacheRules(values: ConfigValues): Iterable<ConfigFault> {
  if (values.DELIVERY_OPTIONS_CACHE_SECONDS * 2 > values.QUOTE_TTL_SECONDS)
    yield { variable: "DELIVERY_OPTIONS_CACHE_SECONDS", message: "is above half of QUOTE_TTL_SECONDS" };
}

/** What a failover lost is found by the calls that were logged. */
function* retentionRules({ RETENTION_CARRIER_REQUEST_DAYS: days, DOUBTFUL_PERIOD_HOURS: hours }: ConfigValues) {
  if (days !== 0 && days * 24 < hours)
    yield { variable: "RETENTION_CARRIER_REQUEST_DAYS", message: "is shorter than DOUBTFUL_PERIOD_HOURS" } as const;
}

/** Numbers of all tenants are no answer of the public port. */
function* monitoringRules({ METRICS_PORT, PORT }: ConfigValues): Iterable<ConfigFault> {
  if (METRICS_PORT === PORT && PORT !== 0) yield { variable: "METRICS_PORT", message: "is the public PORT" };
}

function* shutdownRules(values: ConfigValues): Iterable<ConfigFault> {
  if ((values.SHUTDOWN_DELAY_SECONDS ?? 0) > values.SHUTDOWN_GRACE_SECONDS)
    yield { variable: "SHUTDOWN_DELAY_SECONDS", message: "is above SHUTDOWN_GRACE_SECONDS" };
}

const rules: Rule[] = [
  productionRefusals,
  callerRules,
  routerRules,
  databaseRules,
  keyRules,
  upsRules,
  federationRules,
  timingRules,
  cacheRules,
  retentionRules,
  monitoringRules,
  shutdownRules,
];

/** What is wrong between variables that are each well-formed. */
export function ruleFaults(values: ConfigValues): ConfigFault[] {
  return rules.flatMap((rule) => [...rule(values)]);
}
