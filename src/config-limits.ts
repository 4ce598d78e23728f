import type { ConfigValues } from "./config-variables.js";

/** A stolen token must not buy without end; a demo costs nothing. */
const productionSpend = { labelsPerMinute: "300", labelsPerDay: "10000" };

/** Ceilings of each tenant, which it can set lower limits below. */
export function arrangeSpendLimits(values: ConfigValues) {
  const labels = values.MODE === "production" ? productionSpend : { labelsPerMinute: null, labelsPerDay: null };
  const limits = [
    { period: "MINUTE", unit: "LABEL", maximum: or(values.SPEND_MAX_LABELS_PER_MINUTE, labels.labelsPerMinute) },
    { period: "DAY", unit: "LABEL", maximum: or(values.SPEND_MAX_LABELS_PER_DAY, labels.labelsPerDay) },
    ...amountLimits("MINUTE", values.SPEND_MAX_AMOUNT_PER_MINUTE),
    ...amountLimits("DAY", values.SPEND_MAX_AMOUNT_PER_DAY),
  ] as const;
  return limits.flatMap(({ period, unit, maximum }) => (maximum === null ? [] : [{ period, unit, maximum }]));
}

function or<T>(said: T | null | undefined, byDefault: T | null): T | null {
  return said === undefined ? byDefault : said;
}

function amountLimits(period: "MINUTE" | "DAY", amounts: ConfigValues["SPEND_MAX_AMOUNT_PER_DAY"]) {
  return (amounts ?? []).map(({ amount, currencyCode }) => ({ period, unit: currencyCode, maximum: amount }));
}

const bytesPerMegabyte = 1_048_576;

/** What one request may spend. It never holds all of the pool's connections, where there is more than one. */
export function arrangeRequestBudget(values: ConfigValues) {
  return {
    ROWS: values.MAX_REQUEST_ROWS,
    READ_BYTES: values.MAX_REQUEST_READ_MEGABYTES * bytesPerMegabyte,
    ANSWER_BYTES: values.MAX_REQUEST_ANSWER_MEGABYTES * bytesPerMegabyte,
    CARRIER_CALLS: values.MAX_REQUEST_CARRIER_CALLS,
    PROCESSOR_MILLISECONDS: values.MAX_REQUEST_PROCESSOR_MILLISECONDS,
    CONNECTION_MILLISECONDS: values.MAX_REQUEST_CONNECTION_SECONDS * 1_000,
    CONNECTIONS: Math.min(values.MAX_REQUEST_CONNECTIONS, Math.max(1, Math.floor(values.DATABASE_POOL_SIZE / 2))),
  };
}

/** Requests a minute; 0: no limit. */
export function arrangeRateLimits(values: ConfigValues) {
  return {
    buyers: values.RATE_LIMIT_BUYERS,
    staff: values.RATE_LIMIT_STAFF,
    entities: values.RATE_LIMIT_ENTITIES,
    anonymous: values.RATE_LIMIT_ANONYMOUS,
    links: values.RATE_LIMIT_LINKS,
    /** Servers count together. */
    isShared: values.RATE_LIMIT_STORE === "postgresql",
  };
}

/** Wrong postal codes an hour, for `trackDelivery`; 0: no limit. */
export function arrangeGuessLimits(values: ConfigValues) {
  return {
    ofOne: values.RATE_LIMIT_TRACK_DELIVERY,
    ofCaller: values.RATE_LIMIT_TRACK_DELIVERY_CALLER,
    isShared: values.RATE_LIMIT_STORE === "postgresql",
  };
}
