/** A little before its end a token is no longer used: it has to arrive, too. */
const marginMs = 30_000;

/** What the shop lets this page know: the service's address, a token that only asks, and what there is to buy. */
let storefront = null;

export async function loadStorefront() {
  if (storefront === null || Date.parse(storefront.expiresAt) - Date.now() < marginMs)
    storefront = await readJson(await fetch("/storefront"));
  return storefront;
}

/** Asks the shipping service, directly, as a buyer. */
export async function askShipping(query, variables, signal) {
  const { shippingUrl, token } = await loadStorefront();
  return post(shippingUrl, { authorization: `Bearer ${token}` }, { query, variables }, signal);
}

/** Asks the shop's own orders. */
export const askOrders = (query, variables) => post("/orders/graphql", {}, { query, variables });

async function post(url, headers, body, signal = null) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
    signal,
  });
  const { data, errors } = await readJson(response);
  if (errors) throw new Error(errors[0].message);
  return data;
}

async function readJson(response) {
  if (!response.headers.get("content-type")?.includes("json")) throw new Error(`HTTP ${response.status}`);
  return response.json();
}
