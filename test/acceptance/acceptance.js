/**
 * Walks the README as a newcomer: a fresh clone, its commands literally, then rate, buy, PDF, ZPL, void, restart, void
 * of a label bought before the restart, and a query through a gateway. Prints how long the first PDF took.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { visitCheckout } from "./checkout.js";
import { loadPage, orders, sendTo, startRound } from "./examples.js";
import { buy, labelOf, newYork, rate, voidByKey } from "./operations.js";
import { installForProduction } from "./production-install.js";
import { queryThroughGateway } from "./supergraph.js";

const mostSeconds = 60;
/** Of the order in which the examples are shuffled. */
const seed = 17;
const project = fileURLToPath(new URL("../..", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "shipping-acceptance-"));
const clone = join(folder, "clone");
const port = await freePort();
const environment = { ...process.env, PORT: String(port), FEDERATION_ORDER_TYPE: "Order", FEDERATION_ORDER_KEY: "id" };
const url = `http://127.0.0.1:${port}`;
let server = null;
let steps = 0;

try {
  await run("git", ["clone", "--quiet", project, clone], folder);
  const [command, curl] = await commands("README.md");
  const [installCommand, start] = command.split(" && ");
  report(`the README says: ${command}`);
  await run("sh", ["-c", installCommand], clone);
  const installed = performance.now();

  server = await startServer(start);
  const seconds = () => (performance.now() - installed) / 1000;
  report(`ready ${seconds().toFixed(1)} s after ${installCommand}`);

  const quotes = await rate(url);
  check(quotes.length > 1 && quotes.every((quote) => Number(quote.price.amount) > 0), "several services are priced");

  const first = await buy(url, { idempotencyKey: "acceptance-1", rateQuoteId: quotes[0].id, labelFormat: "PDF" });
  const pdf = await download(first);
  const waited = seconds();
  check(pdf.subarray(0, 5).toString() === "%PDF-", "the first label is a PDF");
  check(
    waited <= mostSeconds,
    `a newcomer waited ${waited.toFixed(1)} s for the first PDF after ${installCommand} (at most ${mostSeconds})`,
  );

  const again = await buy(url, { idempotencyKey: "acceptance-1", rateQuoteId: quotes[0].id, labelFormat: "PDF" });
  check(labelOf(again).trackingNumber === labelOf(first).trackingNumber, "the same key does not buy again");

  const second = await buy(url, {
    idempotencyKey: "acceptance-2",
    service: "UPS_GROUND",
    labelFormat: "ZPL",
    shipment: newYork("order-1"),
  });
  check((await download(second)).toString("latin1").includes("^XA"), "a thermal label is ZPL");

  for (const [how, order] of orders) {
    const { names, run } = startRound(await loadPage(url), sendTo(url));
    for (const name of order(names, seed)) await run(name);
    check(names.length > 55, `all examples of the page succeed ${how}`);
  }
  const { purchaseLabel } = await runBlock(curl);
  check(purchaseLabel.purchase?.state === "PURCHASED", "the README's curl buys a label, whatever was run before");

  const [register] = await commands("docs/setup-ups.md");
  const answers = "A1B2C3\nan-invented-client\nan-invented-secret\n";
  const { createCarrierAccount } = await runBlock(register.replace('"TEST"', '"SIMULATOR"'), answers);
  const { products } = createCarrierAccount.carrierAccount;
  check(products.length > 0 && products.every(({ state }) => state === "OK"), "the set-up page registers an account");

  check((await voidByKey(url, "acceptance-1")).status === "VOIDED", "the first label is voided");
  check((await voidByKey(url, "acceptance-1")).status === "VOIDED", "voiding twice is no error");

  await stopServer();
  const restarted = performance.now();
  server = await startServer(start);
  report(`ready again after ${((performance.now() - restarted) / 1000).toFixed(1)} s`);
  check((await voidByKey(url, "acceptance-2")).status === "VOIDED", "a label bought before the restart is voided");

  const order = await queryThroughGateway(clone, url, "order-1");
  check(
    order.shipments[0].packages[0].trackingNumber === labelOf(second).trackingNumber,
    "a gateway leads from the order to its label",
  );
  await stopServer();

  const checkout = await visitCheckout(clone, environment);
  check(
    checkout.isPage && checkout.options.includes("Standard"),
    `a buyer chooses from ${checkout.options.join(", ")}`,
  );
  check(checkout.refusal === "FORBIDDEN", "the checkout's page cannot buy");
  check(checkout.isGone, "the checkout ends together");

  const install = (await commands("README.md")).find((block) => block.includes("--omit=dev"));
  const { found, demo, production } = await installForProduction(clone, install, environment);
  check(found.length === 0, `the production install leaves the parts of demo and tests out (found: ${found})`);
  check(
    demo.code === 1 && demo.output.includes("Demo mode needs @shipping-subgraph/"),
    "demo mode says which part is missing then",
  );
  check(
    production.code === 1 && production.output.includes("DATABASE_URL"),
    "production mode loads, and asks for its configuration",
  );
  console.log(`acceptance: ${steps} checks passed`);
} catch (error) {
  console.error(`acceptance failed: ${error.stack ?? error}`);
  process.exitCode = 1;
} finally {
  await stopServer();
  await rm(folder, { recursive: true, force: true });
}

/** The shell blocks of a document. */
async function commands(document) {
  const text = await readFile(join(clone, document), "utf8");
  return [...text.matchAll(/```sh\n([\s\S]+?)\n```/g)].map(([, block]) => block.trim());
}

/** Runs a block as it stands, but for the port; gives what GraphQL answered. */
async function runBlock(block, input = "") {
  const script = block.replaceAll("127.0.0.1:4000", `127.0.0.1:${port}`);
  const child = spawn("sh", ["-c", script], { cwd: clone, env: environment, stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.end(input);
  let output = "";
  for await (const chunk of child.stdout) output += chunk;
  const { data, errors } = JSON.parse(output.slice(output.indexOf("{")));
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function report(text) {
  console.log(`  ${text}`);
}

function check(isTrue, text) {
  if (!isTrue) throw new Error(`not true: ${text}`);
  steps += 1;
  report(`ok: ${text}`);
}

async function run(program, args, cwd) {
  const child = spawn(program, args, { cwd, env: environment, stdio: ["ignore", "ignore", "inherit"] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} exited with ${code}`);
}

/** In a process group of its own, so that a signal reaches what npm started, as Ctrl-C does. */
async function startServer(command) {
  const child = spawn("sh", ["-c", command], {
    cwd: clone,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  let output = "";
  const ready = new Promise((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("ready at")) resolve();
    });
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`the server was not ready in time:\n${output}`)), 120_000).unref();
  });
  await ready;
  return child;
}

async function stopServer() {
  if (server === null || server.exitCode !== null) return;
  const ended = once(server, "exit");
  process.kill(-server.pid, "SIGINT");
  await ended;
  server = null;
}

async function download(answer) {
  const response = await fetch(labelOf(answer).label.file.url);
  if (!response.ok) throw new Error(`the label's link answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port: free } = probe.address();
  probe.close();
  return free;
}
