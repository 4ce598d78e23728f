import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { withRequestIds } from "../telemetry/correlation.js";
import { recordDuration } from "../telemetry/instruments.js";
import { activeSpanIds, inSpan } from "../telemetry/spans.js";
import type { Reply } from "./reply.js";

const traceparent = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const idOfCaller = /^[\w.:-]{1,64}$/;
const methods = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]);

/** By what a path ends with, since a proxy may leave the public URL's path in front. */
const routes: readonly [RegExp, string][] = [
  [/\/graphql$/, "/graphql"],
  [/\/files\/[^/]*$/, "/files"],
  [/\/livez$/, "/livez"],
  [/\/readyz$/, "/readyz"],
  [/\/explorer\/[^/]*$/, "/explorer"],
];

/**
 * Answers the request under its ids, in a span that goes on with the caller's trace (`traceparent`), and counts it.
 * Whether a trace is kept only those may say whom `isTrusted` names. Probes of health are counted only. `x-request-id` of
 * the caller, or one of ours, is in the log and in the answer.
 */
export async function observeRequest(
  request: IncomingMessage,
  isTrusted: (request: IncomingMessage) => boolean,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  const startedAt = performance.now();
  const route = routeOf(request.url ?? "");
  const requestId = requestIdOf(request.headers);
  const underIds = () => withRequestIds({ requestId, traceId: traceIdOf(request.headers) }, answer);
  const reply = isProbe(route)
    ? await underIds()
    : await traced(request, { route, isParentTrusted: isTrusted(request) }, underIds);
  recordDuration("request", startedAt, { ...labelsOf(request, route), "http.response.status_code": reply.status });
  return { ...reply, headers: { ...reply.headers, "x-request-id": requestId } };
}

function traced(
  request: IncomingMessage,
  { route, isParentTrusted }: { route: string; isParentTrusted: boolean },
  answer: () => Promise<Reply>,
): Promise<Reply> {
  const labels = labelsOf(request, route);
  const parent = typeof request.headers.traceparent === "string" ? request.headers.traceparent : null;
  const name = `${labels["http.request.method"]} ${route}`;
  return inSpan(name, { kind: "SERVER", attributes: labels, parent, isParentTrusted }, async (span) => {
    const reply = await answer();
    span.set({ "http.response.status_code": reply.status });
    if (reply.status >= 500) span.fail(String(reply.status));
    return reply;
  });
}

function labelsOf({ method = "" }: IncomingMessage, route: string) {
  return { "http.request.method": methods.has(method) ? method : "_OTHER", "http.route": route };
}

function routeOf(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  return routes.find(([pattern]) => pattern.test(path))?.[1] ?? (path === "/" ? "/" : "other");
}

const isProbe = (route: string) => route === "/livez" || route === "/readyz";

/** Of the span, else what the caller gave, else a fresh one: 32 hexadecimal digits. */
function traceIdOf(headers: IncomingHttpHeaders): string {
  const header = headers.traceparent;
  const [, callersId] = (typeof header === "string" && traceparent.exec(header)) || [];
  return activeSpanIds()?.traceId ?? callersId ?? randomBytes(16).toString("hex");
}

function requestIdOf(headers: IncomingHttpHeaders): string {
  const header = headers["x-request-id"];
  return typeof header === "string" && idOfCaller.test(header) ? header : randomUUID();
}
