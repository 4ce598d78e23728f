import {
  type Context,
  context,
  type Span as OpenTelemetrySpan,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { parseTraceParent } from "@opentelemetry/core";
import type { Span, Tracing } from "../telemetry/spans.js";
import { defined } from "./defined.js";
import { ofStranger } from "./sampler.js";

/** Spans by OpenTelemetry. */
export function createTracing(tracer: Tracer): Tracing {
  return {
    async inSpan(name, { kind = "INTERNAL", attributes = {}, parent, isParentTrusted = true }, work) {
      const within = contextOf(parent);
      const from = isParentTrusted ? within : ofStranger(within);
      const made = tracer.startSpan(name, { kind: SpanKind[kind], attributes: defined(attributes) }, from);
      const span = wrap(made);
      try {
        return await context.with(trace.setSpan(within, made), () => work(span));
      } catch (error) {
        span.fail(errorType(error));
        throw error;
      } finally {
        made.end();
      }
    },
    active() {
      const found = trace.getActiveSpan();
      if (found === undefined) return null;
      const { traceId, spanId, traceFlags } = found.spanContext();
      return { ...wrap(found), traceId, spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 };
    },
  };
}

function contextOf(parent: string | null | undefined): Context {
  if (parent === undefined) return context.active();
  const remote = parent === null ? null : parseTraceParent(parent);
  return remote === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true });
}

function wrap(span: OpenTelemetrySpan): Span {
  return {
    rename: (name) => void span.updateName(name),
    set: (attributes) => void span.setAttributes(defined(attributes)),
    fail(type) {
      span.setAttribute("error.type", type);
      span.setStatus({ code: SpanStatusCode.ERROR });
    },
    linkTo(traceparent) {
      const remote = traceparent === null ? null : parseTraceParent(traceparent);
      if (remote !== null) span.addLink({ context: { ...remote, isRemote: true } });
    },
  };
}

const code = /^[A-Z0-9_]{2,40}$/;

/** The error's own code, else its class. */
function errorType(error: unknown): string {
  const own = (error as { code?: unknown } | null)?.code;
  if (typeof own === "string" && code.test(own)) return own;
  return error instanceof Error ? error.constructor.name : "Error";
}
