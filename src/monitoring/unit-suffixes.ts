import type { MetricData, ResourceMetrics } from "@opentelemetry/sdk-metrics";

/** How Prometheus spells the units that we use. */
const suffixes: Record<string, string> = { s: "seconds", By: "bytes" };

/** The metrics under the names that OpenTelemetry's rules for Prometheus give them: with their unit at the end. */
export function withUnits(metrics: ResourceMetrics): ResourceMetrics {
  const scopeMetrics = metrics.scopeMetrics.map((scope) => ({ ...scope, metrics: scope.metrics.map(withUnit) }));
  return { ...metrics, scopeMetrics };
}

function withUnit<T extends MetricData>(metric: T): T {
  const { name, unit } = metric.descriptor;
  const suffix = suffixes[unit];
  if (suffix === undefined || name.endsWith(suffix)) return metric;
  return { ...metric, descriptor: { ...metric.descriptor, name: `${name}.${suffix}` } };
}
