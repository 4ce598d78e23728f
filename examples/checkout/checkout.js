/**
 * A shop with a checkout: one page, orders beside it, and the shipping service with its simulated UPS, all on loopback.
 * Prints the page's address; Ctrl-C or SIGTERM ends all of it. PORT is the page's.
 */
import { demoTenantId, startService } from "./shop/service.js";
import { startShop } from "./shop/shop-server.js";

const usualPort = 4300;
const parentPollMs = 250;

const shop = await startShop({ tenantId: demoTenantId, port: Number(process.env.PORT || usualPort) }).catch(giveUp);
const service = startService(shop.issuer);

let isStopping = false;
const stop = async (code) => {
  if (isStopping) return;
  isStopping = true;
  await shop.stop();
  await service.stop();
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0));
service.ended.then(() => stop(1));
watchParent();

try {
  console.log("Starting a shop, and the shipping service behind it ...");
  await shop.open(await service.ready);
  console.log(`\nThe checkout is at ${shop.url}\nNothing is shipped and nothing costs money. Stop with Ctrl-C.\n`);
} catch (error) {
  if (!isStopping) console.error(error.message);
  await stop(1);
}

function giveUp(error) {
  const isTaken = error.code === "EADDRINUSE";
  console.error(isTaken ? `Port ${error.port} is taken: PORT=4301 npm run checkout takes another.` : error);
  process.exit(1);
}

/** npm hands a SIGTERM to the shell between only, which tells nobody: so this ends when its parent has. */
function watchParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(0), parentPollMs).unref();
}
