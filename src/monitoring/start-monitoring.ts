import { DiagLogLevel, diag } from "@opentelemetry/api";
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import type { Log } from "../log.js";
import { pushingReader, startMetrics } from "./metrics.js";
import { type MonitoringOptions, scopeName } from "./monitoring-options.js";
import { createPrometheusEndpoint } from "./prometheus-endpoint.js";
import { startTraces } from "./traces.js";
import { watchDatabase } from "./watch-database.js";
import { type Watched, watchProcess } from "./watch-process.js";

export interface Monitoring {
  /** Prometheus's endpoint; null: there is none. */
  metricsUrl: string | null;
  /** Tells of these too from now on. */
  watch(watched: Watched): void;
  /** Sends what is left, and ends. */
  stop(): Promise<void>;
}

/**
 * Starts OpenTelemetry's SDK and what it sends to. Loaded only where it is wanted, before anything that measures. Throws
 * when the endpoint's port cannot be had.
 */
export async function startMonitoring(options: MonitoringOptions, log: Log): Promise<Monitoring> {
  tellFailures(log);
  const resource = ownResource();
  const endpoint = options.prometheus && createPrometheusEndpoint(options.prometheus, log);
  const metricsUrl = endpoint === null ? null : await endpoint.listen();
  if (metricsUrl !== null) log.info("Metrics are told", { url: metricsUrl });
  const readers = [
    ...(endpoint === null ? [] : [endpoint.reader]),
    ...(options.metricsUrl === null ? [] : [pushingReader(options.metricsUrl, options)]),
  ];
  const measured = readers.length === 0 ? null : startMetrics(readers, resource);
  const endTraces = options.tracesUrl === null ? null : startTraces(options.tracesUrl, options, resource);
  return {
    metricsUrl,
    watch(watched) {
      if (measured === null) return;
      watchProcess(measured.meter, watched);
      watchDatabase(measured.meter, watched.database);
    },
    stop: async () => void (await Promise.allSettled([endpoint?.stop(), measured?.stop(), endTraces?.()])),
  };
}

/** The service's name, unless `OTEL_SERVICE_NAME` or `OTEL_RESOURCE_ATTRIBUTES` gives another. */
function ownResource() {
  const own = resourceFromAttributes({ "service.name": scopeName });
  return defaultResource()
    .merge(own)
    .merge(detectResources({ detectors: [envDetector] }));
}

/** Such as a collector that is away: a line in the log, and nothing else. */
function tellFailures(log: Log): void {
  const warn = (message: string) => log.warn("OpenTelemetry could not do its work", { reason: message });
  const ignore = () => undefined;
  diag.setLogger({ error: warn, warn, info: ignore, debug: ignore, verbose: ignore }, DiagLogLevel.WARN);
}
