import { spawn } from "node:child_process";
import { once } from "node:events";

const patienceMs = 120_000;

/**
 * Starts the shop of `npm run checkout` in the clone, asks as its page does, and ends it as Ctrl-C does. Gives the names of
 * what a buyer can choose, how the page's token is refused a label, and whether anything is left listening.
 */
export async function visitCheckout(clone, environment) {
  const { FEDERATION_ORDER_TYPE: _, FEDERATION_ORDER_KEY: __, ...env } = environment;
  const child = spawn("npm", ["run", "checkout"], {
    cwd: clone,
    env,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  try {
    const url = await printedAddress(child);
    const page = await (await fetch(url)).text();
    const { shippingUrl, token, catalogue } = await (await fetch(`${url}/storefront`)).json();
    const ask = (query, variables) => send(shippingUrl, token, query, variables);
    const { data } = await ask(optionsQuery, { input: inputOf(catalogue) });
    const { errors } = await ask('mutation { purchaseLabel(input: { idempotencyKey: "no" }) { purchase { id } } }', {});
    await end(child);
    const isGone = async (address) => (await fetch(address).catch(() => null)) === null;
    return {
      isPage: page.includes("<title>Harbor &amp; Pine</title>"),
      options: data.deliveryOptions.options.map(({ name }) => name),
      refusal: errors?.[0].extensions.code,
      isGone: (await isGone(url)) && (await isGone(shippingUrl)),
    };
  } finally {
    await end(child);
  }
}

const optionsQuery = `query ($input: DeliveryOptionsInput!) {
  deliveryOptions(input: $input) { options { name price { amount } } userErrors { code message field } }
}`;

const inputOf = ([{ sku, name, weight, dimensions }]) => ({
  items: [{ sku, description: name, quantity: 1, weight, dimensions }],
  shipTo: { postalCode: "10153", city: "New York", region: "NY", countryCode: "US" },
});

async function send(url, token, query, variables) {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  return response.json();
}

function printedAddress(child) {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const [, url] = /The checkout is at (\S+)/.exec(output) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once("exit", (code) => reject(new Error(`the checkout ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`the checkout was not ready in time:\n${output}`)), patienceMs).unref();
  });
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  process.kill(-child.pid, "SIGINT");
  await ended;
}
