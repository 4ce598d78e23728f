/** What an instrument is called and says, by the rules of OpenTelemetry. */
export interface Instrument {
  name: string;
  description: string;
  /** Seconds, the upper bounds of a histogram's buckets; absent: it is a counter. */
  buckets?: readonly number[];
  /** What a counter can count, told as 0 from the beginning: an alert cannot see the first of what was not there. */
  zeros?: readonly Labels[];
}

/** Words of ours from closed lists, and codes of fixed forms: nothing of tenants or people, no ids. */
export type Labels = Readonly<Record<string, string | number | undefined>>;

/** What OpenTelemetry advises for requests; and what a slow carrier takes. */
const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const carrierSeconds = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 10, 20, 30, 60];

const retentionKinds = [
  ...["RATE_QUOTE", "CARRIER_REQUEST", "DOCUMENT", "UPLOAD", "TOKEN"],
  ...["CREDENTIAL", "TRACKER", "VOIDED_LABEL", "ADDRESS_CHECK"],
];

/** All that is measured where it happens. What is read when somebody asks stands in `monitoring`. */
export const instruments = {
  request: {
    name: "http.server.request.duration",
    description: "Requests of clients and routers, by route and status.",
    buckets: requestSeconds,
  },
  operation: {
    name: "graphql.server.operation.duration",
    description: "GraphQL operations, by type; error_type is the first of the answer's error codes.",
    buckets: requestSeconds,
  },
  carrierCall: {
    name: "http.client.request.duration",
    description: "Requests to carriers, by operation and status; error_type says why there is no usable answer.",
    buckets: carrierSeconds,
  },
  databaseFailure: {
    name: "shipping.database.failures",
    description: "Transactions that failed because of the database, by SQLSTATE or network code.",
    zeros: [{ "error.type": "_OTHER" }],
  },
  connectionTimeout: {
    name: "db.client.connection.timeouts",
    description: "Transactions that got no connection in time, by lane.",
    zeros: ["SENDING", "BUYING", "ASKING", "READING", "WORKER"].map((lane) => ({ lane })),
  },
  spendRefusal: {
    name: "shipping.spend.refusals",
    description: "Purchases and repeated voids refused because a spend limit was reached, by period and kind of limit.",
    zeros: ["MINUTE", "DAY"].flatMap((period) =>
      ["LABELS", "AMOUNT", "ATTEMPTS", "VOIDS"].map((limit) => ({ period, limit })),
    ),
  },
  rateLimitRefusal: {
    name: "shipping.rate_limit.refusals",
    description:
      "Requests refused because more came within a minute than may, or too many wrong postal codes within an hour, by limit.",
    zeros: ["quote", "read", "ship", "admin", "operate", "entities", "anonymous", "links", "trackDelivery"].map(
      (policy) => ({
        policy,
      }),
    ),
  },
  purchase: {
    name: "shipping.purchase.outcomes",
    description: "Purchases by what the carrier's answer, or none, proved.",
    zeros: ["ANSWERED", "REJECTED", "NOT_SENT", "UNKNOWN"].map((outcome) => ({ outcome })),
  },
  retention: {
    name: "shipping.retention.removed",
    description: "Rows, or files of rows, removed because they were past their retention, by kind.",
    zeros: retentionKinds.map((kind) => ({ kind })),
  },
} satisfies Record<string, Instrument>;

export type InstrumentName = keyof typeof instruments;

/** Takes a measurement: seconds of a duration, how many of a count. */
export type Meter = (instrument: InstrumentName, value: number, labels: Labels) => void;

let meter: Meter | null = null;

/** From now on; null: nothing is measured. */
export function measureWith(next: Meter | null): void {
  meter = next;
}

/** `startedAt`: `performance.now()`. */
export function recordDuration(instrument: InstrumentName, startedAt: number, labels: Labels): void {
  meter?.(instrument, (performance.now() - startedAt) / 1_000, labels);
}

export function count(instrument: InstrumentName, labels: Labels): void {
  meter?.(instrument, 1, labels);
}

export function add(instrument: InstrumentName, amount: number, labels: Labels): void {
  meter?.(instrument, amount, labels);
}
