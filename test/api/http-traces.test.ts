import { context } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { SamplerName } from "../../src/monitoring/monitoring-options.js";
import { createSampler } from "../../src/monitoring/sampler.js";
import { createTracing } from "../../src/monitoring/tracing.js";
import { traceWith } from "../../src/telemetry/spans.js";
import { nobody, someone, startTestHttpServer } from "../support/http.js";

const secret = "secret-of-the-router-0123456789-abcdef";
const fromRouter = { "router-authorization": secret };
const traceId = "0af7651916cd43dd8448eb211c80319c";
/** The first that a sampler by ratio keeps. */
const lowest = "00000000000000000000000000000001";
const parent = (flags: "00" | "01", id = traceId) => ({ traceparent: `00-${id}-b7ad6b7169203331-${flags}` });

type Options = Parameters<typeof startTestHttpServer>[0];

/** How many spans of each trace are kept when these headers are sent. */
async function kept(sampler: SamplerName, ratio: number, headers: Record<string, string>, options: Options = {}) {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({
    sampler: createSampler(sampler, ratio),
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  traceWith(createTracing(provider.getTracer("test")));
  const server = await startTestHttpServer({ routerSecrets: [secret], ...options });
  await server.query("{ me }", headers);
  await server.stop();
  traceWith(null);
  context.disable();
  const spans = exporter.getFinishedSpans().map((span) => span.spanContext().traceId);
  return { spans: spans.length, ids: [...new Set(spans)] };
}

const nothing = { spans: 0, ids: [] };
const all = { spans: expect.any(Number), ids: [traceId] };

it("the router says which traces are kept", async () => {
  expect(await kept("parentbased_traceidratio", 0, { ...fromRouter, ...parent("01") })).toEqual(all);
  expect(await kept("parentbased_traceidratio", 1, { ...fromRouter, ...parent("00") })).toEqual(nothing);
});

it("nobody else does, neither by the flag nor by the id, and the trace goes on", async () => {
  const authenticate = async () => someone;
  expect(await kept("parentbased_traceidratio", 0, parent("01"))).toEqual(nothing);
  expect(await kept("parentbased_traceidratio", 0, { "router-authorization": "wrong", ...parent("01") })).toEqual(
    nothing,
  );
  expect(await kept("parentbased_traceidratio", 0.000001, parent("01", lowest))).toEqual(nothing);
  expect(await kept("traceidratio", 0.000001, parent("01", lowest))).toEqual(nothing);
  expect(await kept("parentbased_always_on", 1, parent("00"), { authenticate })).toEqual(all);
});

it("without a secret of the router nobody does, but in a demo everybody", async () => {
  const withTokens = async ({ authorization }: Record<string, unknown>) => (authorization ? someone : nobody);
  const token = { authorization: "Bearer x" };
  const open = { routerSecrets: [], authenticate: withTokens };
  expect(await kept("parentbased_traceidratio", 0, { ...token, ...parent("01") }, open)).toEqual(nothing);
  expect(await kept("parentbased_traceidratio", 0, parent("01"), { routerSecrets: [] })).toEqual(all);
});
