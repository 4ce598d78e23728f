import type { ConfigValues } from "./config-variables.js";
import type { MonitoringOptions } from "./monitoring/monitoring-options.js";

/** Where OpenTelemetry's collectors listen unless told otherwise. */
const usualCollector = "http://localhost:4318";

/** Null: neither an endpoint for Prometheus nor a collector was named, and nothing of it is loaded. */
export function arrangeMonitoring(values: ConfigValues): MonitoringOptions | null {
  if (values.OTEL_SDK_DISABLED === "true") return null;
  const { METRICS_PORT: port, METRICS_HOST: host } = values;
  const { OTEL_TRACES_EXPORTER, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: tracesEndpoint } = values;
  const { OTEL_METRICS_EXPORTER, OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: metricsEndpoint } = values;
  const names = [host, ...values.METRICS_ALLOWED_HOSTS].map((name) => name.toLowerCase());
  const prometheus = port === undefined ? null : { host, port, names };
  const tracesUrl = addressOf("traces", OTEL_TRACES_EXPORTER, tracesEndpoint, values);
  const metricsUrl = addressOf("metrics", OTEL_METRICS_EXPORTER, metricsEndpoint, values);
  if (prometheus === null && tracesUrl === null && metricsUrl === null) return null;
  return {
    ...{ prometheus, tracesUrl, metricsUrl },
    protocol: values.OTEL_EXPORTER_OTLP_PROTOCOL,
    sampler: values.OTEL_TRACES_SAMPLER,
    samplerRatio: values.OTEL_TRACES_SAMPLER_ARG,
  };
}

/** As OpenTelemetry's specification has it, but off where nothing is said. */
function addressOf(
  signal: "traces" | "metrics",
  exporter: "otlp" | "none" | undefined,
  endpoint: string | undefined,
  { OTEL_EXPORTER_OTLP_ENDPOINT: common }: ConfigValues,
): string | null {
  if (exporter === "none") return null;
  if (endpoint !== undefined) return endpoint;
  const base = common ?? (exporter === "otlp" ? usualCollector : undefined);
  return base === undefined ? null : `${base}/v1/${signal}`;
}
