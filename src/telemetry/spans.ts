/** Names, codes, counts and ids of ours. Never texts of people, addresses, tokens or values of statements. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface SpanOptions {
  /** Default: INTERNAL. */
  kind?: "SERVER" | "CLIENT" | "INTERNAL";
  attributes?: SpanAttributes;
  /** `traceparent` (W3C) of the span above; null: a trace of its own begins. Absent: the span that is active. */
  parent?: string | null;
  /** False: anybody wrote `parent`. Its trace goes on, and whether it is kept is decided here. Absent: true. */
  isParentTrusted?: boolean;
}

/** A part of a trace that has begun and not ended. */
export interface Span {
  rename(name: string): void;
  set(attributes: SpanAttributes): void;
  /** It failed; `type` is a code or the name of a class. Without a message, which may quote what a person entered. */
  fail(type: string): void;
  /** It goes on with what another trace began; `traceparent` null: with none. */
  linkTo(traceparent: string | null): void;
}

/** Who makes spans. */
export interface Tracing {
  inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T>;
  active(): (Span & { traceId: string; spanId: string; isSampled: boolean }) | null;
}

const ignore = () => undefined;
const noSpan: Span = { rename: ignore, set: ignore, fail: ignore, linkTo: ignore };

let tracing: Tracing | null = null;

/** From now on; null: work is only done, and no spans are made. */
export function traceWith(next: Tracing | null): void {
  tracing = next;
}

export const isTracing = () => tracing !== null;

/** Does the work in a span, whose end is the work's. Whatever it throws is passed on; the span keeps its code only. */
export function inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  return tracing === null ? work(noSpan) : tracing.inSpan(name, options, work);
}

/** The span that is active, to say more of it. */
export function activeSpan(): Span {
  return tracing?.active() ?? noSpan;
}

/** What finds the active span; null: there is none. */
export function activeSpanIds(): { traceId: string; spanId: string } | null {
  return tracing?.active() ?? null;
}

/** Of the active span, to be kept with what goes on later; null: there is none. Two random numbers. */
export function currentTraceparent(): string | null {
  const span = tracing?.active();
  return span ? `00-${span.traceId}-${span.spanId}-0${span.isSampled ? 1 : 0}` : null;
}
