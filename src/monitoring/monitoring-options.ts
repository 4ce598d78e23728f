/** Who measures, for OpenTelemetry, and the service's name unless it is told another. */
export const scopeName = "shipping-subgraph";

/** Where traces and metrics go; `Config` says so. */
export interface MonitoringOptions {
  /** Prometheus's endpoint, and the names by which it may be asked besides addresses; null: there is none. */
  prometheus: { host: string; port: number; names: readonly string[] } | null;
  /** Addresses for OpenTelemetry's protocol over HTTP; null: not sent. */
  tracesUrl: string | null;
  metricsUrl: string | null;
  protocol: "http/protobuf" | "http/json";
  sampler: SamplerName;
  /** Of those that take a ratio, from 0 to 1. */
  samplerRatio: number;
}

export const samplerNames = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;

export type SamplerName = (typeof samplerNames)[number];
