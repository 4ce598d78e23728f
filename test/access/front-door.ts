import { createContext } from "../../src/context.js";
import type { HttpServerOptions } from "../../src/http/http-options.js";
import { readDownload } from "../../src/http/read-download.js";
import { startHttpServer } from "../../src/http/server.js";
import { createAuthenticator } from "../../src/security/authenticate.js";
import { type Scope, scopes } from "../../src/security/scopes.js";
import { createLinkSigner } from "../../src/security/signed-links.js";
import { wideAdmission } from "../support/http.js";
import { silentLog, type TestService } from "../support/service.js";
import { someClaims, startTokenIssuer } from "../support/token-issuer.js";

/** Loose on purpose: a test states what it expects. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as operations
  data?: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
  extensions?: { ftv1?: string };
}

export type Variables = Record<string, unknown>;

/** Who claims what. `claimed` is the tenant that forged headers and parameters name instead. */
export interface Badge {
  headers: Record<string, string>;
}

/** The service as production serves it: real HTTP, tokens of an issuer, nothing for strangers. */
export async function startFrontDoor(service: TestService, overrides: Partial<HttpServerOptions> = {}) {
  const issuer = await startTokenIssuer();
  const links = createLinkSigner("", [{ id: "l1", bytes: Buffer.alloc(32, 7) }]);
  const http = await startHttpServer({
    schema: service.schema,
    host: "127.0.0.1",
    port: 0,
    publicUrl: null,
    createContext: (caller) =>
      createContext(caller, {
        deps: service.deps,
        log: silentLog,
        signLink(target) {
          const { url, expiresAt } = links.sign(target, new Date());
          return { url: `http://127.0.0.1${url}`, expiresAt: expiresAt.toISOString() };
        },
      }),
    authenticate: createAuthenticator(issuer.settings),
    routerSecrets: [],
    explorers: false,
    introspection: ["everyone"],
    corsOrigins: [],
    localPages: false,
    admission: wideAdmission(),
    readiness: async () => ({ ok: true, reasons: [] }),
    download: (target) => readDownload(service.deps, target),
    verifyLink: links.verify,
    now: () => new Date(),
    log: silentLog,
    maxConnections: 10_000,
    drainDelaySeconds: 0,
    drainSeconds: 5,
    ...overrides,
  });
  const local = `http://127.0.0.1:${http.port}`;

  return {
    local,
    issuer,
    links,
    /** A token of the tenant; whatever else the request says of tenant and scopes names `forged`. */
    async badge(tenantId: string, granted: readonly Scope[], forged: string): Promise<Badge> {
      const token = await issuer.sign(someClaims({ tenant_id: tenantId, scope: granted.join(" ") }));
      return { headers: { ...forgedHeaders(forged), authorization: `Bearer ${token}` } };
    },
    noBadge: (forged: string): Badge => ({ headers: forgedHeaders(forged) }),
    async ask(badge: Badge, query: string, variables: Variables = {}, headers = {}): Promise<Answer> {
      const forged = badge.headers["x-tenant-id"];
      const response = await fetch(`${local}/graphql?tenant_id=${forged}&scope=admin`, {
        method: "POST",
        headers: { ...badge.headers, ...headers, "content-type": "application/json" },
        body: JSON.stringify({ query, variables, extensions: { tenantId: forged, scopes } }),
      });
      return { status: response.status, ...((await response.json()) as object) };
    },
    open: (link: string, badge: Badge) => {
      const { pathname, search } = new URL(link, local);
      return fetch(local + pathname + search, { headers: badge.headers });
    },
    async stop() {
      await http.stop();
      await issuer.stop();
    },
  };
}

export type FrontDoor = Awaited<ReturnType<typeof startFrontDoor>>;

/** Headers that other services believe. */
function forgedHeaders(tenantId: string): Record<string, string> {
  const names = ["tenant", "tenant-id", "tenant_id", "x-tenant", "x-tenant-id", "x-org-id", "x-customer-id"];
  return {
    ...Object.fromEntries(names.map((name) => [name, tenantId])),
    ...{ scope: scopes.join(" "), "x-scopes": scopes.join(" "), "x-forwarded-user": "admin", "x-role": "admin" },
    cookie: `tenant_id=${tenantId}; scope=admin`,
  };
}
