/**
 * What removing a million old rows costs those who buy and read meanwhile, as a ratio of the slowest hundredth:
 * `npm run test:load:retention`. Exits 1 when it is more than the bound, or anything fails.
 */
import "reflect-metadata";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Outcome } from "./loader.js";
import { quantile } from "./measures.js";
import { openStage } from "./stage.js";
import { kinds } from "./traffic.js";

const rows = Number(process.argv[2] ?? 1_000_000);
/** A machine that is short of time fails some without us. */
const bounds = { mostSlower: 2, moreFailed: 0.01 };
/** A load that leaves the machine time: a client of each kind waits for nobody. */
const traffic = { seconds: 10, perSecond: 6 };
/** In each, buyers are alone first; what else the machine does falls on both alike. */
const rounds = 4;

const seed = [
  `insert into rate_quote (tenant_id, id, account_id, service_code, details, details_fingerprint, price_amount,
      price_currency, carrier_currency, negotiated_state, charges, carrier_messages, is_saturday_delivery, expires_at)
    select tenant_id, 'quo_old' || i, id, 'UPS_GROUND', jsonb_build_object('filler', repeat('x', 400)), 'f', 1, 'USD', 'USD',
      'UNKNOWN', '[]', '[]', false, now() - interval '300 days' + i * interval '10 seconds'
      from carrier_account, generate_series(1, $1::int) i`,
  `insert into carrier_request (tenant_id, id, account_id, operation, duration_ms, transaction_id, started_at)
    select tenant_id, 'crq_old' || i, id, 'RATE', 5, 't' || i, now() - interval '300 days' + i * interval '10 seconds'
      from carrier_account, generate_series(1, $1::int) i`,
];
const last = rows / 2;
/** By the primary keys: counting a million rows would be a load of its own. */
const isLeft = `select exists (select from rate_quote where id = 'quo_old' || $1)
  or exists (select from carrier_request where id = 'crq_old' || $1) as is_left`;

async function main(): Promise<void> {
  const stage = await openStage();
  const owner = new Client({ connectionString: stage.adminUrl });
  await owner.connect();
  const [alone, meanwhile]: [Outcome[], Outcome[]] = [[], []];
  let seconds = 0;
  try {
    await plant(owner);
    await stage.load(traffic);
    while (alone.length < rounds && !(await isGone(owner, last))) {
      await stop(owner);
      alone.push(await stage.load(traffic));
      await resume(owner);
      const begun = performance.now();
      meanwhile.push(await stage.load(traffic));
      if (meanwhile.length === rounds) while (!(await isGone(owner, last))) await sleep(1_000);
      seconds += (performance.now() - begun) / 1_000;
    }
    report(alone, meanwhile, seconds);
  } finally {
    await owner.end();
    await stage.close();
  }
}

async function stop(owner: Client): Promise<void> {
  await owner.query("update retention_sweep set next_check_at = now() + interval '1 hour'");
  await sleep(1_500);
}

/** Due again; the worker looks once a minute. */
async function resume(owner: Client): Promise<void> {
  const position = async () =>
    (await owner.query("select max(position_at)::text as at from retention_sweep")).rows[0].at;
  const before = await position();
  await owner.query("update retention_sweep set next_check_at = now()");
  while ((await position()) === before) await sleep(200);
}

/** Of the demo's tenant, half of them quotes. It is looked at when we say so. */
async function plant(owner: Client): Promise<void> {
  await owner.query("select set_config('app.sweep', 'on', false), set_config('app.invariants', 'on', false)");
  const { rows: tenants } = await owner.query("select tenant_id from carrier_account limit 1");
  await owner.query("select set_config('app.tenant_id', $1, false)", [tenants[0].tenant_id]);
  for (const statement of seed) await owner.query(statement, [last]);
  await owner.query("vacuum analyze rate_quote, carrier_request");
}

/** Both kinds, the oldest of each being the first. */
const isGone = async (owner: Client, place: number): Promise<boolean> =>
  !(await owner.query(isLeft, [String(place)])).rows[0].is_left;

function slowest(outcomes: Outcome[], kind?: string): number {
  const answers = outcomes.flatMap((outcome) => outcome.answers);
  const good = answers.filter((answer) => answer.outcome === "GOOD" && (kind === undefined || answer.kind === kind));
  return quantile(
    good.map(({ milliseconds }) => milliseconds),
    0.99,
  );
}

function failedShare(outcomes: Outcome[]): number {
  const answers = outcomes.flatMap((outcome) => outcome.answers);
  return answers.filter(({ outcome }) => outcome !== "GOOD").length / answers.length;
}

function report(alone: Outcome[], meanwhile: Outcome[], seconds: number): void {
  console.info(`${rows} rows in ${Math.round(seconds)} s, ${Math.round(rows / seconds)} a second`);
  for (const kind of kinds)
    console.info(
      `${kind}: p99 ${slowest(alone, kind).toFixed(0)} ms alone, ${slowest(meanwhile, kind).toFixed(0)} ms meanwhile`,
    );
  const ratio = slowest(meanwhile) / slowest(alone);
  const [usual, more] = [failedShare(alone), failedShare(meanwhile)];
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const verdicts = [
    [
      `p99 while old rows go is ${ratio.toFixed(2)} times that alone, at most ${bounds.mostSlower}`,
      ratio <= bounds.mostSlower,
    ],
    [`no more fails than alone (${percent(more)}, ${percent(usual)} alone)`, more <= usual + bounds.moreFailed],
  ] as const;
  for (const [name, isKept] of verdicts) console.info(`${isKept ? "ok  " : "FAIL"} ${name}`);
  const broken = verdicts.filter(([, isKept]) => !isKept).length;
  console.info(`${verdicts.length - broken} passed, ${broken} failed`);
  process.exitCode = broken > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  console.info("0 passed, 1 failed");
  process.exitCode = 1;
});
