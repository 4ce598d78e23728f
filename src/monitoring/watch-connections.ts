import type { Meter } from "@opentelemetry/api";
import type { Database } from "../database/tenant-transaction.js";
import { gauge, type Observe } from "./gauge.js";

/** Connections to the database: those of the pool, whose they are, and where they lead. */
export function watchConnections(meter: Meter, database: Database): void {
  watchPool(meter, database);
  watchLanes(meter, database);
  watchHost(meter, database);
}

function watchPool(meter: Meter, { pool }: Database): void {
  gauge(meter, "db.client.connection.count", "Connections of the pool, by state.", (observe) => {
    observe(pool.idleCount, { state: "idle" });
    observe(pool.totalCount - pool.idleCount, { state: "used" });
  });
  gauge(meter, "db.client.connection.max", "Connections that the pool may have.", (observe) =>
    observe(pool.options.max),
  );
  gauge(meter, "db.client.connection.pending_requests", "Who waits for a connection.", (observe) =>
    observe(pool.waitingCount),
  );
}

/** Of the hosts that DATABASE_URL names, which one is used. */
function watchHost(meter: Meter, { hosts }: Database): void {
  gauge(meter, "shipping.database.host", "1: this host of DATABASE_URL is in use.", (observe) => {
    for (const url of hosts.urls) observe(url === hosts.url ? 1 : 0, { "server.address": new URL(url).host });
  });
}

function watchLanes(meter: Meter, { lanes }: Database): void {
  const tell = (what: "taken" | "waiting") => (observe: Observe) => {
    for (const [lane, counts] of Object.entries(lanes.counts)) observe(counts[what], { lane });
  };
  gauge(meter, "shipping.database.lane.connections", "Connections in use, by lane.", tell("taken"));
  gauge(meter, "shipping.database.lane.waiting", "Who waits for a connection, by lane.", tell("waiting"));
}
