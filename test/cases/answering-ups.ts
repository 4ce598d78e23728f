import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createUpsAdapter, type UpsAdapter } from "../../src/ups/adapter.js";
import { patientLimits } from "../support/patience.js";
import { MemoryTokenStore } from "../ups/simulated-ups.js";
import type { RecordedAnswer } from "./answer-file.js";

export interface AnsweringUps {
  adapter: UpsAdapter;
  /** What every call but the token's is answered from now on. */
  answerWith(answer: RecordedAnswer): void;
  close(): Promise<void>;
}

/** The adapter, and a UPS that always says the same. */
export async function startAnsweringUps(): Promise<AnsweringUps> {
  let current: RecordedAnswer | null = null;
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.endsWith("/token")) return sendToken(response);
    const { status = 404, headers = {} } = current?.http ?? {};
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(asText(current?.body ?? ""));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const adapter = createUpsAdapter({
    baseUrls: { SIMULATOR: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, TEST: null, PRODUCTION: null },
    tokens: new MemoryTokenStore(),
    calls: { record: () => {} },
    clock: { now: () => new Date() },
    limits: { ...patientLimits, retryBaseMs: 1, tokenPollMs: 2 },
  });
  return {
    adapter,
    answerWith: (answer) => {
      current = answer;
    },
    async close() {
      await adapter.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function sendToken(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ access_token: "a-token", token_type: "Bearer", expires_in: "14399" }));
}

const asText = (body: unknown) => (typeof body === "string" ? body : JSON.stringify(body));
