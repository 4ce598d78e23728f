import type { Counter, Histogram, Meter as OpenTelemetryMeter } from "@opentelemetry/api";
import { type Instrument, type InstrumentName, instruments, type Meter } from "../telemetry/instruments.js";
import { defined } from "./defined.js";

/** Measurements by OpenTelemetry: every instrument is there from the beginning, so that alerts can name it. */
export function createMetering(meter: OpenTelemetryMeter): Meter {
  const all = Object.entries<Instrument>(instruments).map(([name, instrument]) => [name, create(meter, instrument)]);
  const made: Record<InstrumentName, (value: number, labels: Parameters<Meter>[2]) => void> = Object.fromEntries(all);
  return (instrument, value, labels) => made[instrument](value, labels);
}

function create(meter: OpenTelemetryMeter, { name, description, buckets, zeros = [] }: Instrument) {
  if (buckets === undefined) {
    const counter: Counter = meter.createCounter(name, { description });
    for (const labels of zeros) counter.add(0, defined(labels));
    return (value: number, labels: Parameters<Meter>[2]) => counter.add(value, defined(labels));
  }
  const advice = { explicitBucketBoundaries: [...buckets] };
  const histogram: Histogram = meter.createHistogram(name, { description, unit: "s", advice });
  return (value: number, labels: Parameters<Meter>[2]) => histogram.record(value, defined(labels));
}
