import type { Meter } from "@opentelemetry/api";
import { OTLPMetricExporter as JsonExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPMetricExporter as ProtobufExporter } from "@opentelemetry/exporter-metrics-otlp-proto";
import { RuntimeNodeInstrumentation } from "@opentelemetry/instrumentation-runtime-node";
import type { Resource } from "@opentelemetry/resources";
import { type IMetricReader, MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { measureWith } from "../telemetry/instruments.js";
import { createMetering } from "./metering.js";
import { type MonitoringOptions, scopeName } from "./monitoring-options.js";

/** Of one metric; more than any of ours can have. Beyond it OpenTelemetry adds up under `otel.metric.overflow`. */
const mostSeries = 500;

export interface StartedMetrics {
  meter: Meter;
  stop(): Promise<void>;
}

/** Registers the readers, and measures what Node tells of itself. */
export function startMetrics(readers: IMetricReader[], resource: Resource): StartedMetrics {
  const views = [{ instrumentName: "*", aggregationCardinalityLimit: mostSeries }];
  const provider = new MeterProvider({ resource, readers, views });
  const meter = provider.getMeter(scopeName);
  measureWith(createMetering(meter));
  const runtime = new RuntimeNodeInstrumentation({ enabled: false });
  runtime.setMeterProvider(provider);
  runtime.enable();
  const stop = async () => {
    measureWith(null);
    runtime.disable();
    await provider.shutdown();
  };
  return { meter, stop };
}

/** Sends every minute. */
export function pushingReader(url: string, { protocol }: MonitoringOptions): IMetricReader {
  const exporter = protocol === "http/json" ? new JsonExporter({ url }) : new ProtobufExporter({ url });
  return new PeriodicExportingMetricReader({ exporter });
}
