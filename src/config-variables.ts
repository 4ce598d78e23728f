import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { isLoopback } from "./config-hosts.js";
import { urlsOfHosts } from "./database/server-hosts.js";
import { samplerNames } from "./monitoring/monitoring-options.js";
import type { IntrospectionGrant } from "./security/introspection.js";
import { isScope } from "./security/scopes.js";

/** A 32-byte key and the id that sealed data and signed links carry to name it. */
export interface ConfiguredKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Addresses that share their first `prefix` bits. */
export interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: "ipv4" | "ipv6";
}

/** A parse that fails says why in words fit for a terminal: never the value, which may be a secret. */
function parsed<T>(parse: (text: string) => T) {
  return z.string().transform((text, context) => {
    try {
      return parse(text);
    } catch (error) {
      context.addIssue({ code: "custom", message: (error as Error).message });
      return z.NEVER;
    }
  });
}

const anyWholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "is not a whole number")
    .transform(Number)
    .pipe(z.number().min(min, `is below ${min}`).max(max, `is above ${max}`));

const wholeNumber = (min: number, max: number, byDefault: number) => anyWholeNumber(min, max).default(byDefault);

/** 0: for ever. */
const days = (byDefault: number) => wholeNumber(0, 36_500, byDefault);

/** Undefined: not said. Null: no limit. */
const limit = <T>(parse: (text: string) => T) =>
  parsed((text) => (text.toLowerCase() === "none" ? null : parse(text))).optional();

function parseCount(text: string): string {
  if (!/^\d{1,9}$/.test(text)) throw new Error("is neither a whole number nor none");
  return text;
}

function parseAmount(text: string): { amount: string; currencyCode: string } {
  const [, amount, currencyCode] = /^(\d{1,12}(?:\.\d{1,4})?) ([A-Z]{3})$/.exec(text) ?? [];
  if (amount === undefined || currencyCode === undefined) throw new Error("is neither like 5000.00 USD nor none");
  return { amount, currencyCode };
}

/** One for each currency. */
function parseAmounts(text: string) {
  const amounts = text.split(",").map((item) => parseAmount(item.trim()));
  const currencies = new Set(amounts.map(({ currencyCode }) => currencyCode));
  if (currencies.size < amounts.length) throw new Error("has two amounts in one currency");
  return amounts;
}

const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, { error: `is not one of ${values.join(", ")}` });

const ratio = z
  .string()
  .regex(/^(0(\.\d+)?|1(\.0+)?)$/, "is not a number from 0 to 1")
  .transform(Number);

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

const someOf = <T extends z.ZodType<unknown, string>>(item: T) => list.pipe(z.array(item).min(1, "is an empty list"));

const longSecret = z.string().min(32, "is shorter than 32 characters");

/** Null: said aloud that there is none. */
const routerSecret = parsed((text) => {
  if (text.toLowerCase() === "off") return null;
  if (text.length < 32) throw new Error("is neither off nor at least 32 characters long");
  return text;
});

/** `off` is nobody, `everyone` whoever shows a token; else whom the list names. */
function parseGrants(text: string): IntrospectionGrant[] {
  const words = text.split(",").map((word) => word.trim().toLowerCase());
  if (words.includes("off") && words.length === 1) return [];
  const isGrant = (word: string): word is IntrospectionGrant =>
    word === "everyone" || word === "router" || isScope(word);
  if (!words.every(isGrant)) throw new Error("is neither off nor a list of everyone, router and scopes");
  return words;
}

function parseUrl(text: string, protocols: string[]): URL {
  if (!URL.canParse(text)) throw new Error("is not a URL");
  const url = new URL(text);
  if (!protocols.includes(url.protocol)) throw new Error(`does not start with ${protocols.join("// or ")}//`);
  return url;
}

function parseWebUrl(text: string): URL {
  const url = parseUrl(text, ["https:", "http:"]);
  if (url.username !== "" || url.password !== "") throw new Error("contains a user name or password");
  if (url.search !== "" || url.hash !== "") throw new Error("contains a query or a fragment");
  return url;
}

function parseOrigin(text: string): string {
  const url = parseWebUrl(text);
  if (url.pathname !== "/") throw new Error("has a path: only scheme, host and port belong here");
  return url.origin;
}

const parseCollector = (text: string) => parseWebUrl(text).href.replace(/\/$/, "");

function parseSafeUrl(text: string): string {
  const url = parseWebUrl(text);
  if (url.protocol !== "https:" && !isLoopback(url.hostname)) throw new Error("is not https");
  return url.href;
}

function parseDatabaseUrl(text: string): string {
  for (const url of urlsOfHosts(text)) parseUrl(url, ["postgres:", "postgresql:"]);
  return text;
}

function parseKey(text: string): ConfiguredKey {
  const [, id, encoded] = /^([\w-]{1,32}):([A-Za-z0-9+/]{43}=)$/.exec(text) ?? [];
  if (id === undefined || encoded === undefined) throw new Error("is not a list of <id>:<32 bytes in base64>");
  return { id, bytes: Buffer.from(encoded, "base64") };
}

function parseKeys(text: string): ConfiguredKey[] {
  const keys = text.split(",").map((item) => parseKey(item.trim()));
  if (new Set(keys.map((key) => key.id)).size < keys.length) throw new Error("uses one id twice");
  return keys;
}

/** An address, or a network as `10.0.0.0/8`. */
function parseNetwork(text: string): Network {
  const [address = "", length] = text.split("/");
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  const prefix = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (family === 0 || !(prefix <= most)) throw new Error("is not a list of addresses or networks like 10.0.0.0/8");
  return { address, prefix, family: family === 4 ? "ipv4" : "ipv6" };
}

const graphqlName = z.string().regex(/^[A-Za-z][_0-9A-Za-z]*$/, "is not a GraphQL name");

/** HS256 and its kin are left out on purpose: with them a public key could pass as the secret. */
const jwtAlgorithm = oneOf("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

/** Every environment variable we read, with its default. Meanings: .env.example. Rules across variables: config-rules.ts. */
export const configVariables = {
  MODE: oneOf("demo", "production").default("demo"),
  PORT: wholeNumber(0, 65_535, 4000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: parsed((text) => parseSafeUrl(text).replace(/\/$/, "")).optional(),
  DATA_DIR: parsed((text) => resolve(text)).prefault(".data"),
  ANSWERS_DIR: parsed((text) => resolve(text)).optional(),
  DEMO_TENANT: oneOf("seeded", "empty").default("seeded"),
  CORS_ORIGINS: list.pipe(z.array(parsed(parseOrigin))).default([]),
  DATABASE_URL: parsed(parseDatabaseUrl).optional(),
  MIGRATION_DATABASE_URL: parsed(parseDatabaseUrl).optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 1000, 10),
  DATABASE_START_TIMEOUT_SECONDS: wholeNumber(0, 600, 30),
  MAX_REQUESTS: wholeNumber(10, 100_000, 1_000),
  MAX_CONNECTIONS: wholeNumber(20, 1_000_000, 8_192),
  MAX_QUEUED_REQUESTS: wholeNumber(0, 10_000, 64),
  MAX_PURCHASES_AT_CARRIER: wholeNumber(1, 10_000, 64),
  RATE_LIMIT_STORE: oneOf("postgresql", "memory").default("postgresql"),
  RATE_LIMIT_BUYERS: wholeNumber(0, 10_000_000, 6_000),
  RATE_LIMIT_STAFF: wholeNumber(0, 10_000_000, 6_000),
  RATE_LIMIT_ENTITIES: wholeNumber(0, 10_000_000, 30_000),
  RATE_LIMIT_ANONYMOUS: wholeNumber(0, 10_000_000, 600),
  RATE_LIMIT_LINKS: wholeNumber(0, 10_000_000, 120),
  TRUSTED_PROXIES: list.pipe(z.array(parsed(parseNetwork))).default([]),
  DATABASE_PREPARED_STATEMENTS: oneOf("on", "off").default("on"),
  AUTH_MODE: oneOf("none", "jwt").optional(),
  JWT_JWKS_URL: parsed(parseSafeUrl).optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: someOf(z.string()).optional(),
  JWT_ALGORITHMS: someOf(jwtAlgorithm).default(["RS256", "PS256", "ES256", "EdDSA"]),
  JWT_TYPE: z
    .string()
    .regex(/^[\w.+/-]{1,127}$/, "is not a media type such as at+jwt")
    .optional(),
  JWT_TENANT_CLAIM: z.string().default("tenant_id"),
  JWT_SCOPE_CLAIM: z.string().default("scope"),
  MAX_OPERATION_COST: wholeNumber(1, 10_000_000, 20_000),
  MAX_OPERATION_DEPTH: wholeNumber(1, 200, 20),
  MAX_REQUEST_ROWS: wholeNumber(1, 10_000_000, 50_000),
  MAX_REQUEST_READ_MEGABYTES: wholeNumber(1, 10_000, 64),
  MAX_REQUEST_ANSWER_MEGABYTES: wholeNumber(1, 1_000, 10),
  MAX_REQUEST_CARRIER_CALLS: wholeNumber(1, 10_000, 50),
  MAX_REQUEST_PROCESSOR_MILLISECONDS: wholeNumber(10, 600_000, 3_000),
  MAX_REQUEST_CONNECTIONS: wholeNumber(1, 1_000, 3),
  MAX_REQUEST_CONNECTION_SECONDS: wholeNumber(1, 3_600, 30),
  ROUTER_SECRET: routerSecret.optional(),
  ROUTER_SECRET_PREVIOUS: longSecret.optional(),
  INTROSPECTION: parsed(parseGrants).optional(),
  SAFELIST: oneOf("off", "log", "only").default("off"),
  SAFELIST_FILE: someOf(parsed((text) => resolve(text))).optional(),
  SECRET_KEYS: parsed(parseKeys).default([]),
  LINK_SIGNING_KEYS: parsed(parseKeys).default([]),
  UPS_TEST_BASE_URL: parsed(parseOrigin).default("https://wwwcie.ups.com"),
  UPS_PRODUCTION_BASE_URL: parsed(parseOrigin).default("https://onlinetools.ups.com"),
  UPS_ALLOWED_HOSTS: list.default([]),
  UPS_SIMULATOR_URL: parsed(parseOrigin).optional(),
  FEDERATION_ORDER_TYPE: graphqlName.optional(),
  FEDERATION_ORDER_KEY: graphqlName.optional(),
  EXPLORER: oneOf("auto", "on", "off").default("auto"),
  LOG_LEVEL: oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent").default("info"),
  METRICS_PORT: anyWholeNumber(0, 65_535).optional(),
  METRICS_HOST: z.string().default("127.0.0.1"),
  METRICS_ALLOWED_HOSTS: list.default([]),
  OTEL_SDK_DISABLED: oneOf("true", "false").default("false"),
  OTEL_TRACES_EXPORTER: oneOf("otlp", "none").optional(),
  OTEL_METRICS_EXPORTER: oneOf("otlp", "none").optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: parsed(parseCollector).optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: parsed(parseCollector).optional(),
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: parsed(parseCollector).optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: oneOf("http/protobuf", "http/json").default("http/protobuf"),
  OTEL_TRACES_SAMPLER: oneOf(...samplerNames).default("parentbased_always_on"),
  OTEL_TRACES_SAMPLER_ARG: ratio.default(1),
  WORKER: oneOf("on", "off").default("on"),
  SALES: oneOf("on", "off").default("on"),
  PURCHASE_ANSWER_SECONDS: wholeNumber(1, 300, 20),
  CARRIER_BUY_TIMEOUT_SECONDS: wholeNumber(1, 600, 60),
  RECONCILE_AFTER_SECONDS: wholeNumber(1, 3600, 90),
  NOT_CREATED_AFTER_SECONDS: wholeNumber(1, 604_800, 7200),
  DOUBTFUL_PERIOD_HOURS: wholeNumber(1, 720, 72),
  QUOTE_TTL_SECONDS: wholeNumber(1, 604_800, 1800),
  RETENTION_QUOTE_DAYS: days(30),
  RETENTION_CARRIER_REQUEST_DAYS: days(90),
  RETENTION_DOCUMENT_DAYS: days(3_650),
  RETENTION_UPLOAD_DAYS: days(90),
  RETENTION_TOKEN_DAYS: days(1),
  RETENTION_CREDENTIAL_DAYS: days(30),
  RETENTION_TRACKER_DAYS: days(365),
  RETENTION_VOIDED_LABEL_DAYS: days(0),
  RETENTION_ADDRESS_CHECK_DAYS: days(183),
  RETENTION_AUDIT_DAYS: days(0),
  SHUTDOWN_DELAY_SECONDS: anyWholeNumber(0, 600).optional(),
  SPEND_MAX_LABELS_PER_MINUTE: limit(parseCount),
  SPEND_MAX_LABELS_PER_DAY: limit(parseCount),
  SPEND_MAX_AMOUNT_PER_MINUTE: limit(parseAmounts),
  SPEND_MAX_AMOUNT_PER_DAY: limit(parseAmounts),
  CARRIER_BACKGROUND_CALLS_PER_SECOND: wholeNumber(1, 1000, 10),
  TRACKING_POLLS: oneOf("on", "off").default("on"),
  TRACKING_POLL_SECONDS: wholeNumber(1, 3600, 60),
  TRACKING_CALLS_PER_MINUTE: wholeNumber(1, 1000, 30),
  SHUTDOWN_GRACE_SECONDS: wholeNumber(0, 600, 25),
};

export type ConfigVariable = keyof typeof configVariables;
export type ConfigValues = { [Name in ConfigVariable]: z.output<(typeof configVariables)[Name]> };
