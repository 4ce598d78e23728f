import { AggregationTemporality, InstrumentType, MetricReader, type ResourceMetrics } from "@opentelemetry/sdk-metrics";

/**
 * What is read when Prometheus asks. A gauge that is not told this time is left out, where the SDK's cumulative reader
 * would go on with the last value, however old it is.
 */
export class PrometheusReader extends MetricReader {
  #reading: Promise<ResourceMetrics> | null = null;

  constructor() {
    const { DELTA, CUMULATIVE } = AggregationTemporality;
    super({
      aggregationTemporalitySelector: (type) => (type === InstrumentType.OBSERVABLE_GAUGE ? DELTA : CUMULATIVE),
    });
  }

  /** Those who ask at the same time get the same answer. */
  read(): Promise<ResourceMetrics> {
    this.#reading ??= this.collect()
      .then(({ resourceMetrics }) => resourceMetrics)
      .finally(() => {
        this.#reading = null;
      });
    return this.#reading;
  }

  override async onShutdown(): Promise<void> {}

  override async onForceFlush(): Promise<void> {}
}
