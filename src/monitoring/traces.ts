import { context } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter as JsonExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { OTLPTraceExporter as ProtobufExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import type { Resource } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { traceWith } from "../telemetry/spans.js";
import { type MonitoringOptions, scopeName } from "./monitoring-options.js";
import { createSampler } from "./sampler.js";
import { createTracing } from "./tracing.js";

const longestValue = 200;
const batchMs = 1_000;

/** Sends spans in batches, in the background; what cannot be sent is given up. Gives what ends it. */
export function startTraces(url: string, options: MonitoringOptions, resource: Resource): () => Promise<void> {
  const exporter = options.protocol === "http/json" ? new JsonExporter({ url }) : new ProtobufExporter({ url });
  const provider = new TracerProvider({
    resource,
    sampler: createSampler(options.sampler, options.samplerRatio),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: batchMs })],
    spanLimits: { attributeValueLengthLimit: longestValue },
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  traceWith(createTracing(provider.getTracer(scopeName)));
  return async () => {
    traceWith(null);
    await provider.shutdown();
    context.disable();
  };
}
