import type { BatchObservableResult, Meter, Observable } from "@opentelemetry/api";
import type { Database } from "../database/tenant-transaction.js";
import { Snapshot, type SnapshotRow } from "./snapshot.js";
import { type StoredGauge, storedGauges } from "./stored-gauges.js";

/** Tells what stands in the database, by one statement every few seconds at most. */
export function watchDatabase(meter: Meter, database: Database): void {
  const snapshot = new Snapshot(database);
  const gauges = storedGauges.map((gauge) => {
    const { name, description, unit } = gauge;
    return { ...gauge, observable: meter.createObservableGauge(name, { description, unit }) };
  });
  const up = meter.createObservableGauge("shipping.database.up", {
    description: "1: the database could be read when these metrics were told. 0: its numbers are missing.",
  });
  const observe = async (result: BatchObservableResult) => {
    const rows = await snapshot.read();
    result.observe(up, rows.length > 0 ? 1 : 0);
    if (rows.length > 0) for (const gauge of gauges) observeGauge(result, gauge, rows);
  };
  meter.addBatchObservableCallback(observe, [up, ...gauges.map(({ observable }) => observable)]);
}

function observeGauge(
  result: BatchObservableResult,
  { metric, zeros, observable }: StoredGauge & { observable: Observable },
  rows: SnapshotRow[],
): void {
  const own = rows.filter((row) => row.metric === metric);
  const isMissing = (labels: Record<string, string>) =>
    !own.some((row) => Object.entries(labels).every(([name, value]) => row.labels[name] === value));
  for (const labels of zeros.filter(isMissing)) result.observe(observable, 0, labels);
  for (const { labels, value } of own) result.observe(observable, Number(value), labels);
}
