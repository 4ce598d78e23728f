import { headersOf, type Toxic } from "../support/toxics.js";
import type { Disturbance } from "./fault-table-stage.js";

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Toxic => ({
  kind: "ANSWER",
  status,
  body: JSON.stringify(body),
  headers: { "content-type": "application/json", ...headers },
});

/** An answer with an error in UPS's own words. */
export const refusal = (status: number, code: string, headers?: Record<string, string>): Toxic =>
  json(status, { response: { errors: [{ code, message: "in UPS's words" }] } }, headers);

const page = "<html><body>Service</body></html>";
const html = (status: number): Toxic => ({ kind: "ANSWER", status, body: page });
const inHeaders = (status: number, body: string): Toxic => ({
  ...{ kind: "ANSWER", status, body },
  headers: { "content-type": "text/html", errorcode: "111210", errordescription: "in UPS's words" },
});
const redirect = (status: number, location: string) => json(status, {}, { location });
const insideHeaders = (message: Buffer) => Math.floor(headersOf(message) / 2);
const insideBody = (message: Buffer) => Math.floor((headersOf(message) + message.length) / 2);
/** Short beside what never comes or trickles, long beside what a request takes on a busy machine. */
const short = { readTimeoutMs: 2_000, shipTimeoutMs: 2_000, tokenTimeoutMs: 2_000 };
const wrongTypes = {
  ...{ access_token: 7, expires_in: "soon", RateResponse: 7, ShipmentResponse: [], VoidShipmentResponse: "" },
  ...{ LabelRecoveryResponse: true, trackResponse: null },
};

/** What the table's rows do. `elsewhere` is where redirects lead. */
export const faultsOfTable = (elsewhere: string): Record<string, Disturbance> => ({
  "nobody listens": { toxic: "NOBODY" },
  "nobody speaks TLS": { toxic: "NO_TLS" },
  "reset when connected": { toxic: { of: "CONNECTION", how: "RESET" } },
  "ended when connected": { toxic: { of: "CONNECTION", how: "END" } },
  "cut inside the request's headers": { toxic: { of: "REQUEST", how: "RESET", at: insideHeaders } },
  "cut inside the request's body": { toxic: { of: "REQUEST", how: "RESET", at: insideBody } },
  "ended inside the request's body": { toxic: { of: "REQUEST", how: "END", at: insideBody } },

  "reset after the request": { toxic: { kind: "RESET" } },
  "reset after the request, once": { toxic: { kind: "RESET" }, times: 1 },
  "half closed after the request": { toxic: { kind: "HALF_CLOSE" } },
  "no answer after the request": { toxic: { kind: "TIMEOUT" }, limits: short },
  "a late answer, in time": { toxic: { kind: "LATENCY", ms: 100 } },
  "cut inside the answer's headers": { toxic: { of: "RESPONSE", how: "RESET", at: insideHeaders } },
  "half of the answer's body": { toxic: { of: "RESPONSE", how: "END", at: insideBody } },
  "ten bytes of the answer": { toxic: { kind: "LIMIT_DATA", bytes: 10 } },
  "an answer that trickles": { toxic: { kind: "BANDWIDTH", bytesPerSecond: 100 }, limits: short },
  "a body of 100 MB": { toxic: { kind: "HUGE_BODY", megabytes: 100 }, limits: { maxBodyBytes: 1024 * 1024 } },

  "301 elsewhere": { toxic: redirect(301, elsewhere) },
  "307 elsewhere": { toxic: redirect(307, elsewhere) },
  "308 elsewhere": { toxic: redirect(308, elsewhere) },
  "400 in UPS's words": { toxic: refusal(400, "111210") },
  "400 for UPS's own trouble": { toxic: refusal(400, "20001") },
  "400 without UPS's words": { toxic: html(400) },
  "401 once": { toxic: refusal(401, "250003"), times: 1 },
  "401 always": { toxic: refusal(401, "250003") },
  "403 in UPS's words": { toxic: refusal(403, "250020") },
  "429 once": { toxic: refusal(429, "10429"), times: 1 },
  "429 always": { toxic: refusal(429, "10429") },
  "429, Retry-After 120": { toxic: refusal(429, "10429", { "retry-after": "120" }) },
  "429, Retry-After a date": { toxic: refusal(429, "10429", { "retry-after": tomorrow() }) },
  "500 in UPS's words": { toxic: refusal(500, "10001") },
  "502 with a page": { toxic: html(502) },
  "503 in UPS's words": { toxic: refusal(503, "10004") },
  "503 twice": { toxic: refusal(503, "10004"), times: 2 },
  "200 with a page": { toxic: html(200) },
  "200 with an error": { toxic: refusal(200, "111210") },
  "200 with an unknown error": { toxic: refusal(200, "999999") },
  "200 with UPS's own trouble": { toxic: refusal(200, "20001") },
  "200, empty, error in headers": { toxic: inHeaders(200, "") },
  "200, a page, error in headers": { toxic: inHeaders(200, page) },
  "400, empty, error in headers": { toxic: inHeaders(400, "") },
  "400, a page, error in headers": { toxic: inHeaders(400, page) },
  "503, a page, error in headers": { toxic: inHeaders(503, page) },
  "200 with another shape": { toxic: json(200, { unexpected: true }) },
  "200 with wrong types": { toxic: json(200, wrongTypes) },
  "200 with null": { toxic: json(200, null) },
});

function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toUTCString();
}
