import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, parse } from "graphql";
import { Admission } from "../../src/admission/admission.js";
import type { Context } from "../../src/context.js";
import { AppError } from "../../src/errors.js";
import type { HttpServerOptions } from "../../src/http/http-options.js";
import { startHttpServer } from "../../src/http/server.js";
import type { Log, LogFields } from "../../src/log.js";
import { type Caller, needsToken, scopes } from "../../src/security/scopes.js";
import { createLinkSigner } from "../../src/security/signed-links.js";
import { correlation } from "../../src/telemetry/correlation.js";
import { patienceMs } from "./patience.js";

export const canary = "canary-7f3a";

export const someone: Caller = {
  kind: "user",
  tenantId: "01990000-0000-7000-8000-0000000000a1",
  scopes: new Set(scopes),
  subject: "somebody",
};

export const nobody: Caller = { kind: "anonymous", tenantId: null, scopes: new Set(), subject: "anonymous" };

/** Lets a test hold a request at a known place, without waiting for time to pass. */
export function createGate() {
  let arrive = () => {};
  let open = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const pass = () => {
    arrive();
    return opened;
  };
  return { arrived, open: () => open(), pass };
}

/** A subgraph of fields that fail in every way, and of one that waits at the gate. */
export function createTroubleSchema(gate: { pass(): Promise<void> } = createGate()): GraphQLSchema {
  const typeDefs = parse(`
    enum Colour { RED }
    type Thing @key(fields: "id") { id: ID! }
    type Query {
      me: String
      echo(text: String!): String
      bug: String
      nothing: [String!]
      badEnum: Colour
      unavailable: String
      held: String
    }
    type Mutation { change: String }
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  `);
  const resolvers = {
    Query: {
      me: (_: unknown, __: unknown, context: Context) => context.actor.subject,
      echo: (_: unknown, { text }: { text: string }) => text,
      bug: () => Promise.reject(new Error(`${canary} in a bug`)),
      nothing: () => [null],
      badEnum: () => canary,
      unavailable: () => {
        const cause = new Error(`${canary} in a cause`);
        throw new AppError("CARRIER_UNAVAILABLE", "The carrier gave no usable answer.", {
          cause,
          retryAfterSeconds: 7,
        });
      },
      held: () => gate.pass().then(() => "released"),
    },
    Mutation: { change: () => "changed" },
  };
  return buildSubgraphSchema([{ typeDefs, resolvers }] as never);
}

export interface LogLine extends LogFields {
  level: string;
  message: string;
}

export function createLogRecorder(): Log & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write =
    (level: string) =>
    (message: string, fields: LogFields = {}) =>
      void lines.push({ ...fields, ...correlation(), level, message });
  const log = { lines, debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  return { ...log, child: () => ({ ...log, child: () => log as never }) };
}

/** Loose on purpose: a test states what it expects. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as tests
  data?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  errors: any;
  extensions?: { ftv1?: string };
}

/** Lets everything in that tests send at once. */
export const wideAdmission = () => new Admission({ maxRequests: 10_000, maxQueued: 10_000, patienceMs });

/** A server on a free port; what a test does not care about has the values of demo mode. */
export async function startTestHttpServer(overrides: Partial<HttpServerOptions> = {}) {
  const log = createLogRecorder();
  const signer = createLinkSigner("", [{ id: "l1", bytes: Buffer.alloc(32, 1) }]);
  const http = await startHttpServer({
    schema: createTroubleSchema(),
    host: "127.0.0.1",
    port: 0,
    publicUrl: null,
    createContext: (caller) => contextOf(caller),
    authenticate: async () => someone,
    routerSecrets: [],
    explorers: false,
    introspection: ["everyone"],
    corsOrigins: [],
    localPages: false,
    admission: wideAdmission(),
    readiness: async () => ({ ok: true, reasons: [] }),
    download: async () => null,
    verifyLink: signer.verify,
    now: () => new Date(),
    log,
    maxConnections: 10_000,
    drainDelaySeconds: 0,
    drainSeconds: 5,
    timeouts: { headersMs: patienceMs, requestMs: patienceMs },
    ...overrides,
  });
  const local = `http://127.0.0.1:${http.port}`;
  return {
    ...http,
    local,
    log,
    signer,
    get: (path: string, init: RequestInit = {}) => fetch(local + path, { redirect: "manual", ...init }),
    query: async (query: string, headers: Record<string, string> = {}, variables?: unknown) => {
      const response = await fetch(`${local}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
    },
  };
}

/** Only what the trouble schema reads; getters as in the real context. */
function contextOf(caller: Caller): Context {
  return {
    caller,
    get actor() {
      if (caller.tenantId === null) throw needsToken();
      return { tenantId: caller.tenantId, subject: caller.subject };
    },
  } as Context;
}
