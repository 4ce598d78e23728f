import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { admitted } from "./admit.js";
import { startApollo } from "./apollo.js";
import { boundConnections, isTooFarAhead } from "./connections.js";
import { createCorsRule } from "./cors.js";
import { createDownloads, partyOfLink, unavailable } from "./downloads.js";
import { createDrain } from "./drain.js";
import { errorReply } from "./error-reply.js";
import { createExplorerFiles } from "./explorer/explorer-files.js";
import { createLandingPage } from "./explorer/landing-page.js";
import { createGraphqlEndpoint } from "./graphql-endpoint.js";
import { createReadyz, livez } from "./health.js";
import type { HttpServer, HttpServerOptions, HttpTimeouts } from "./http-options.js";
import { createHostCheck } from "./known-hosts.js";
import { listen, localUrl } from "./listen.js";
import { observeRequest } from "./observe-request.js";
import { type Reply, sendReply } from "./reply.js";
import { createRouter } from "./router.js";
import { createTraceTrust } from "./trace-trust.js";
import { partyOfVisitor } from "./visitor.js";

/** A slow client is cut; between requests a connection outlives the idle time of common load balancers. */
const defaultTimeouts: HttpTimeouts = {
  ...{ headersMs: 10_000, requestMs: 30_000, keepAliveMs: 65_000, silentMs: 60_000 },
  // Less than any line to an office or a warehouse.
  slowestRate: 32_768,
};

const mostHeaderBytes = 16_384;

/** Serves until `stop`. Throws ListenError when the port cannot be had. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const apollo = await startApollo(options);
  const state = { isDraining: false };
  const answer = await createAnswer(options, apollo, () => state.isDraining);
  const isTrusted = await createTraceTrust(options);
  const patience = { ...defaultTimeouts, ...options.timeouts };
  const server = createHttpServer(options, async (request, response) => {
    if (isTooFarAhead(request, response)) return void request.socket.destroy();
    const reply = await observeRequest(request, isTrusted, () =>
      answer(request).catch((error: unknown) => errorReply(request, error, options.log)),
    );
    sendReply(request, response, reply, state.isDraining, patience);
  });
  const port = await listen(server, options.host, options.port).catch(async (error: unknown) => {
    await apollo.stop();
    throw error;
  });
  return {
    url: options.publicUrl ?? localUrl(options.host, port),
    port,
    stop: createDrain(server, state, options, () => apollo.stop()),
  };
}

async function createAnswer(
  options: HttpServerOptions,
  apollo: Awaited<ReturnType<typeof startApollo>>,
  isDraining: () => boolean,
): Promise<(request: IncomingMessage) => Promise<Reply>> {
  const { admission, log } = options;
  return createRouter(
    {
      graphql: admitted(admission, {
        handler: createGraphqlEndpoint(apollo, options),
        partyOf: ({ headers }) => partyOfVisitor(headers, options),
        refuse: (request, error) => errorReply(request, error, log),
      }),
      livez,
      readyz: createReadyz(options, isDraining),
      downloads: admitted(admission, {
        handler: createDownloads(options),
        partyOf: async (_, url) => partyOfLink(options, url),
        refuse: (_, error) => unavailable(error),
      }),
      landingPage: options.explorers ? await createLandingPage(options) : null,
      explorerFiles: options.explorers ? createExplorerFiles() : null,
    },
    {
      basePath: options.publicUrl === null ? "" : new URL(options.publicUrl).pathname.replace(/\/$/, ""),
      cors: createCorsRule(options),
      isKnownHost: await createHostCheck(options),
      failed: (request, error) => errorReply(request, error, log),
    },
  );
}

function createHttpServer(
  { timeouts, maxConnections }: HttpServerOptions,
  respond: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  const { headersMs, requestMs, keepAliveMs } = { ...defaultTimeouts, ...timeouts };
  const server = createServer(
    {
      // Whatever NODE_OPTIONS says.
      insecureHTTPParser: false,
      maxHeaderSize: mostHeaderBytes,
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: keepAliveMs,
      connectionsCheckingInterval: Math.ceil(headersMs / 4),
    },
    respond,
  );
  // Node would leave out what comes after two thousand, without a word.
  server.maxHeadersCount = 0;
  boundConnections(server, maxConnections);
  return server;
}
