/** A gauge of what stands in the database. */
export interface StoredGauge {
  /** The snapshot's name of it. */
  metric: string;
  name: string;
  description: string;
  unit?: "s";
  /** Told as 0 where the snapshot has no row, so that an alert can tell nothing from not asked. */
  zeros: readonly Record<string, string>[];
}

const ages = ["0-1m", "1-5m", "5-15m", "15-60m", "1-4h", "4h+"];
const open = ["PENDING", "UNKNOWN"].map((state) => ({ state }));
const queues = ["purchase", "void", "completion", "tracker"].map((queue) => ({ queue }));
const alone = [{}];

export const storedGauges: readonly StoredGauge[] = [
  {
    metric: "purchases.open",
    name: "shipping.purchases.open",
    description: "Purchases without a known outcome, by state and age.",
    zeros: open.flatMap((each) => ages.map((age) => ({ ...each, age }))),
  },
  {
    metric: "purchases.oldest",
    name: "shipping.purchases.oldest.age",
    description: "Age of the oldest purchase without a known outcome, by state.",
    unit: "s",
    zeros: open,
  },
  {
    metric: "purchases.unwanted",
    name: "shipping.purchases.unwanted",
    description: "Purchases with a booking at the carrier that nobody wants and that is not voided yet.",
    zeros: alone,
  },
  {
    metric: "work.due",
    name: "shipping.work.due",
    description: "Rows that the worker has not taken although they are due, by queue.",
    zeros: queues,
  },
  {
    metric: "work.lag",
    name: "shipping.work.lag",
    description: "For how long the longest waiting of them has been due, by queue.",
    unit: "s",
    zeros: queues,
  },
  {
    metric: "uploads.open",
    name: "shipping.uploads.open",
    description: "Uploads of documents whose outcome is not known.",
    zeros: alone,
  },
  {
    metric: "uploads.oldest",
    name: "shipping.uploads.oldest.age",
    description: "Age of the oldest of them.",
    unit: "s",
    zeros: alone,
  },
  {
    metric: "spend",
    name: "shipping.spend.today",
    description: "What counted against spend limits this UTC day: labels (unit LABEL), or an amount by currency.",
    zeros: [{ unit: "LABEL" }],
  },
  {
    metric: "tokens",
    name: "shipping.carrier.tokens",
    description: "Access tokens of carrier accounts, by state: FRESH, LEASED (being fetched), NONE.",
    zeros: ["FRESH", "LEASED", "NONE"].map((state) => ({ state })),
  },
  {
    metric: "carrier.paused",
    name: "shipping.carrier.paused",
    description: "Carrier accounts whose carrier asked for a pause that is not over.",
    zeros: alone,
  },
  {
    metric: "carrier.pace",
    name: "shipping.carrier.background.pace",
    description: "Calls a second that nobody waits for, of the app that has the fewest; missing where none is in use.",
    zeros: [],
  },
  {
    metric: "retention.lag",
    name: "shipping.retention.lag",
    description: "For how long the tenant that waits longest should have been looked at for old data, by kind.",
    unit: "s",
    zeros: [],
  },
  {
    metric: "retention.oldest",
    name: "shipping.retention.oldest.age",
    description:
      "Age of the oldest row at which the removal of old data has arrived, by kind; missing: none is under way.",
    unit: "s",
    zeros: [],
  },
  {
    metric: "servers.alive",
    name: "shipping.servers.alive",
    description: "Servers whose readiness wrote a heartbeat within the last minute.",
    zeros: alone,
  },
  {
    metric: "replication.synchronous",
    name: "shipping.database.replication.synchronous",
    description: "1: a commit waits for a standby. 0: a failover may lose what was committed last.",
    zeros: alone,
  },
  {
    metric: "replication.standbys",
    name: "shipping.database.replication.standbys",
    description: "Standbys that are connected.",
    zeros: alone,
  },
];
