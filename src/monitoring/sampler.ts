import { randomBytes } from "node:crypto";
import { type Context, createContextKey, ROOT_CONTEXT } from "@opentelemetry/api";
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace";
import type { SamplerName } from "./monitoring-options.js";

const stranger = createContextKey("parent written by a stranger");

/** The context, whose parent is nobody's word for keeping the trace. */
export const ofStranger = (context: Context): Context => context.setValue(stranger, true);

/** Which traces are kept, by the names of `OTEL_TRACES_SAMPLER`. */
export function createSampler(name: SamplerName, ratio: number): Sampler {
  const root = rootSampler(name, ratio);
  return new WarySampler(root, name.startsWith("parentbased_") ? new ParentBasedSampler({ root }) : root);
}

function rootSampler(name: SamplerName, ratio: number): Sampler {
  if (name.endsWith("always_on")) return new AlwaysOnSampler();
  return name.endsWith("always_off") ? new AlwaysOffSampler() : new TraceIdRatioBasedSampler(ratio);
}

/** Decides for a stranger's trace as for one that begins here: neither its flag nor its id, which it chose, has a say. */
class WarySampler implements Sampler {
  constructor(
    private readonly root: Sampler,
    private readonly usual: Sampler,
  ) {}

  shouldSample(...[context, traceId, ...span]: Parameters<Sampler["shouldSample"]>) {
    if (context.getValue(stranger) === undefined) return this.usual.shouldSample(context, traceId, ...span);
    return this.root.shouldSample(ROOT_CONTEXT, randomBytes(16).toString("hex"), ...span);
  }

  toString(): string {
    return `Wary{${this.usual}}`;
  }
}
