import { once } from "node:events";
import { createServer } from "node:http";
import { catalogue, currencyCode } from "./catalogue.js";
import { createIssuer } from "./issuer.js";
import { createOrders } from "./orders.js";
import { createOrdersGraph } from "./orders-graph.js";
import { hashOfImportMap, readPageFiles } from "./page-files.js";
import { createShippingBackend } from "./shipping-backend.js";

/** A buyer's token: long enough to check out, and all it opens is asking. */
const storefrontSeconds = 600;
const mostBytes = 64_000;

/**
 * The shop on loopback: its page, the tokens and the orders. First it listens, and gives `url` and `issuer`, so that the
 * service can be told whom to believe; `open(shippingUrl)` then lets buyers in. `port` 0 takes a free one.
 */
export async function startShop({ tenantId, port, complain = console.error }) {
  const routes = new Map();
  const server = createServer((request, response) => {
    answer(routes, request)
      .catch((error) => {
        complain(error);
        return { status: 500, body: "The shop cannot do this at the moment." };
      })
      .then((reply) => send(response, reply));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}`;
  const issuer = await createIssuer(url, tenantId);
  routes.set("GET /jwks.json", async () => json(issuer.jwks));
  return {
    url,
    issuer,
    open: (shippingUrl) => openDoors(routes, issuer, shippingUrl, complain),
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function openDoors(routes, issuer, shippingUrl, complain) {
  const files = await readPageFiles();
  const policy = policyOf(files.get("/index.html").body.toString(), shippingUrl);
  for (const [path, { contentType, body }] of files)
    routes.set(`GET ${path}`, async () => ({ status: 200, headers: { ...policy, "content-type": contentType }, body }));
  const orders = createOrders(createShippingBackend(issuer, shippingUrl));
  const askOrders = createOrdersGraph(orders, complain);
  // What the page may know: where to ask, and a token that only asks. A shop knows its visitor and says so in `subject`.
  routes.set("GET /storefront", async () => {
    const pass = await issuer.issue({ subject: "storefront", scope: "quote", seconds: storefrontSeconds });
    return json({ shippingUrl: `${shippingUrl}/graphql`, catalogue, currencyCode, ...pass });
  });
  routes.set("POST /orders/graphql", async (request) => json(await askOrders(await readJson(request))));
}

async function answer(routes, request) {
  const { pathname } = new URL(request.url, "http://shop");
  const route = routes.get(`${request.method} ${pathname}`);
  return route === undefined ? { status: 404, body: "Nothing here." } : route(request);
}

/** Scripts and styles are this shop's own, and it talks to itself and the shipping service. */
function policyOf(html, shippingUrl) {
  const policy = [
    "default-src 'none'",
    `script-src 'self' '${hashOfImportMap(html)}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${shippingUrl}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
  };
}

/** JSON only: a form of another site cannot send it unasked. */
async function readJson(request) {
  if (request.headers["content-type"] !== "application/json") throw new Error("Orders come as application/json.");
  const parts = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > mostBytes) throw new Error("An order is not that long.");
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString());
}

const json = (value) => ({
  status: 200,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify(value),
});

function send(response, { status, headers = {}, body }) {
  response.writeHead(status, { "x-content-type-options": "nosniff", ...headers }).end(body);
}
