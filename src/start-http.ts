import type { Admission } from "./admission/admission.js";
import type { Config } from "./config.js";
import { createContext } from "./context.js";
import { beatHeart } from "./database/heartbeat.js";
import { createAddressOf } from "./http/client-address.js";
import type { HttpServer, Readiness } from "./http/http-options.js";
import { readDownload } from "./http/read-download.js";
import { startHttpServer } from "./http/server.js";
import type { Log } from "./log.js";
import { createRateLimits } from "./rate-limits/create-rate-limits.js";
import { createAuthenticator } from "./security/authenticate.js";
import { openSafelist } from "./security/safelist/open-safelist.js";
import { createLinkSigner } from "./security/signed-links.js";
import type { ShippingDeps } from "./shipping/deps.js";
import { buildSubgraph } from "./subgraph.js";

/** What is asked: the schema, and the operations of it that clients are known to send. Throws where no list can be had. */
export async function openGraph({ orderEntity, productEntity, safelist }: Config, log: Log) {
  const schema = buildSubgraph({ order: orderEntity, product: productEntity });
  if (safelist === null) return { schema };
  const operations = await openSafelist(safelist.files, schema, log);
  return { schema, safelist: { mode: safelist.mode, operations } };
}

/** The server over the use cases: who asks, what they may, which files links open, and how it stops. */
export async function startHttp(
  config: Config,
  log: Log,
  graph: Awaited<ReturnType<typeof openGraph>>,
  deps: ShippingDeps,
  linkKeys: Config["linkSigningKeys"],
  told: () => Pick<Readiness, "workers" | "replication" | "missingKeys">,
  admission: Admission,
): Promise<HttpServer> {
  const publicUrl = () => config.publicUrl ?? http.url;
  const links = () => createLinkSigner(publicUrl(), linkKeys);
  const http: HttpServer = await startHttpServer({
    ...graph,
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    createContext: (caller) =>
      createContext(caller, {
        deps,
        log,
        signLink(target) {
          const { url, expiresAt } = links().sign(target, new Date());
          return { url, expiresAt: expiresAt.toISOString() };
        },
      }),
    authenticate: createAuthenticator(config.auth),
    routerSecrets: config.routerSecrets,
    explorers: config.explorer,
    introspection: config.introspection,
    corsOrigins: config.corsOrigins,
    localPages: config.localPages,
    // A carrier being away makes the server no less ready.
    admission,
    maxConnections: config.maxConnections,
    readiness: async () => {
      const reasons = await beatHeart(deps.database);
      const { isSelling, journal } = deps;
      return { ok: reasons.length === 0, reasons, isSelling, ...told(), answers: journal.status() };
    },
    rateLimits: createRateLimits(config.rateLimits, log, deps.database),
    addressOf: createAddressOf(config.trustedProxies),
    download: (target) => readDownload(deps, target),
    verifyLink: (link, now) => links().verify(link, now),
    now: () => new Date(),
    log,
    operationLimits: config.operationLimits,
    requestBudget: config.requestBudget,
    drainDelaySeconds: config.shutdownDelaySeconds,
    drainSeconds: config.shutdownGraceSeconds - config.shutdownDelaySeconds,
  });
  return http;
}
