/**
 * What a buyer's options cost the server beside what rates cost it: processor time of a request, medians of rounds in which
 * the two take turns, on one server with its usual settings; then of answers out of the cache. Requests come one after the
 * other, each for another cart. `npm run bench:delivery-options`; the last line says whether the bounds are kept.
 */
import "reflect-metadata";
import { openStage, type Stage } from "../../test/load/stage.js";
import { newYork } from "../../test/support/seed.js";

const rounds = 9;
const requests = 120;
/** Short answers take many until the compiler of JavaScript is done with them. */
const warmingRounds = 15;
const bounds = { timesShippingRates: 2, cachedMs: 2 };

const rates = `query ($input: ShippingRatesInput!) { shippingRates(input: $input) {
  quotes { id price { amount currencyCode } service { code } estimatedDeliveryDate expiresAt }
  unavailable { reason message } userErrors { code message } } }`;
const options = `query ($input: DeliveryOptionsInput!) { deliveryOptions(input: $input) {
  options { id name price { amount currencyCode } service { code } promisedDate rateQuote { id expiresAt } }
  unavailable { name reason message } userErrors { code message } } }`;

type Ask = (cart: number) => Promise<number>;

async function main(): Promise<void> {
  const { perRates, perOptions, calls } = await withStage({}, compare);
  const { perCached, perNothing } = await withStage({ DELIVERY_OPTIONS_CACHE_SECONDS: "600" }, measureCached);
  const times = perOptions / perRates;
  console.info(`shippingRates    ${ms(perRates)} of processor time for two methods of one account`);
  console.info(
    `deliveryOptions  ${ms(perOptions)}, which is ${times.toFixed(2)} times as much; ${calls} carrier call each`,
  );
  console.info(`out of the cache ${ms(perCached)}, of which ${ms(perNothing)} are what any request takes`);
  const isKept = times <= bounds.timesShippingRates && perCached < bounds.cachedMs && calls === 1;
  console.info(isKept ? "bounds kept" : "bounds NOT kept");
  process.exitCode = isKept ? 0 : 1;
}

const ms = (value: number) => `${value.toFixed(2)} ms`;

async function withStage<T>(settings: Record<string, string>, measure: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = await openStage({ carrierSeconds: 0, settings: { RATE_LIMIT_BUYERS: "0", ...settings } });
  try {
    return await measure(stage);
  } finally {
    await stage.close();
  }
}

async function compare(stage: Stage) {
  const shippingMethodIds = await publishTwo(stage.url);
  const askRates: Ask = async (cart) =>
    (await send(stage.url, rates, { ...parcel(cart), shippingMethodIds })).shippingRates.quotes.length;
  const askOptions: Ask = async (cart) => (await send(stage.url, options, parcel(cart))).deliveryOptions.options.length;
  await askMany(askRates, 0);
  await askMany(askOptions, 0);
  const measured: [number, number][] = [];
  const before = await stage.rateCalls();
  await askOptions(rounds * requests + requests);
  const calls = (await stage.rateCalls()) - before;
  for (let round = 1; round <= rounds; round += 1) {
    const turns = [() => measureRound(stage, askRates, round), () => measureRound(stage, askOptions, round)];
    // Whoever comes first does not always do so.
    if (round % 2 === 0) turns.reverse();
    const taken = [await turns[0]!(), await turns[1]!()] as [number, number];
    measured.push(round % 2 === 0 ? [taken[1], taken[0]] : taken);
  }
  return { perRates: median(measured.map(([of]) => of)), perOptions: median(measured.map(([, of]) => of)), calls };
}

/** Beside requests that ask for nothing: what any takes, with its way through HTTP and GraphQL. */
async function measureCached(stage: Stage): Promise<{ perCached: number; perNothing: number }> {
  await publishTwo(stage.url);
  const ask: Ask = async () => (await send(stage.url, options, parcel(0))).deliveryOptions.options.length;
  const askNothing: Ask = async () => (await run(stage.url, "{ __typename }")) && 2;
  for (let round = 0; round < warmingRounds; round += 1) await askMany(ask, 0);
  const measured: [number, number][] = [];
  while (measured.length < rounds)
    measured.push([await measureRound(stage, ask, 0), await measureRound(stage, askNothing, 0)]);
  return { perCached: median(measured.map(([of]) => of)), perNothing: median(measured.map(([, of]) => of)) };
}

async function measureRound(stage: Stage, ask: Ask, round: number): Promise<number> {
  const before = await stage.processorMs();
  await askMany(ask, round);
  return ((await stage.processorMs()) - before) / requests;
}

async function askMany(ask: Ask, round: number): Promise<void> {
  for (let request = 0; request < requests; request += 1) {
    const found = await ask(round * requests + request);
    if (found !== 2) throw new Error(`There were ${found} offers.`);
  }
}

const parcel = (cart: number) => ({
  shipTo: newYork,
  packages: [{ weight: { value: 1 + (cart % 1_000) / 100, unit: "LB" } }],
});

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Two methods of the demo's account are what buyers may choose; gives their ids. */
async function publishTwo(url: string): Promise<string[]> {
  const { shippingMethods } = await run(
    url,
    "{ shippingMethods(first: 100) { nodes { id configuration { __typename } } } }",
  );
  for (const { id } of shippingMethods.nodes) await run(url, hide, { input: { shippingMethodId: id } });
  const { carrierAccounts } = await run(url, "{ carrierAccounts(first: 1) { nodes { id } } }");
  const ids: string[] = [];
  for (const service of ["UPS_GROUND", "UPS_2ND_DAY_AIR"]) {
    const ups = {
      ...{ carrierAccountId: carrierAccounts.nodes[0].id, service, packageType: "UPS_CUSTOMER_PACKAGE" },
      ...{ weightUnit: "LB", dimensionUnit: "IN", labelFormat: "PDF" },
    };
    const created = await run(url, create, { input: { name: service, isPublished: true, ups } });
    ids.push(created.createShippingMethod.shippingMethod.id);
  }
  return ids;
}

const hide = `mutation ($input: ArchiveShippingMethodInput!) { archiveShippingMethod(input: $input) { userErrors { message } } }`;
const create = `mutation ($input: CreateShippingMethodInput!) {
  createShippingMethod(input: $input) { shippingMethod { id } userErrors { message } } }`;

const send = (url: string, query: string, input: object) => run(url, query, { input });

// biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as operations
async function run(url: string, query: string, variables: object = {}): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

await main();
