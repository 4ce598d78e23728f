import "reflect-metadata";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { Closers } from "./closers.js";
import { loadConfig } from "./config.js";
import { endDoubt, listTenants, openDoubt } from "./database/ledger-admin.js";
import { createLogger } from "./log.js";
import { openDeps } from "./open-deps.js";
import type { ShippingDeps } from "./shipping/deps.js";
import type { Finding } from "./shipping/ledger/finding.js";
import { endOrphan, type LedgerReport, reconcileLedger } from "./shipping/ledger/reconcile-ledger.js";

const usage = `npm run reconcile-ledger -- --since <time> [--carrier-list <file>] [--void [--yes]] [--json]
    [--per-minute <look-ups>] | --end-doubt | --help

After a failover or a restore: compares what the database holds with what the carrier has.
  --since         what was worked on since is asked about, as 2026-11-30T10:00:00Z
  --carrier-list  a list that the carrier exported (comma-separated values, with headers)
  --void          voids orphans at the carrier: bookings of this service that no purchase holds. Asks first; --yes does not
  --end-doubt     keys that the database does not know are no longer asked about at the carrier
Exits 0 when both agree, 1 when they differ, 2 when it could not be done, 3 when the carrier did not answer for some.`;

const exitCodes = { agree: 0, differ: 1, failed: 2, unanswered: 3 };

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: "boolean", default: false },
      since: { type: "string" },
      "carrier-list": { type: "string" },
      void: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      "per-minute": { type: "string", default: "120" },
      "end-doubt": { type: "boolean", default: false },
    },
  });
  const perMinute = Number(values["per-minute"]);
  if (!(perMinute > 0)) throw new Error(`--per-minute is no number above 0.\n\n${usage}`);
  const asksForTime = !values.help && !values["end-doubt"];
  if (asksForTime && Number.isNaN(Date.parse(values.since ?? "")))
    throw new Error(`--since is missing, or no time.\n\n${usage}`);
  if (values.void && !values.yes && !process.stdin.isTTY)
    throw new Error("--void asks before it voids: give --yes where nobody can answer.");
  return { ...values, perMinute };
}

type Options = ReturnType<typeof readOptions>;

async function main(args: string[]): Promise<void> {
  const options = readOptions(args);
  if (options.help) return console.info(usage);
  // What cannot be read is told before anything is opened or asked.
  const list = await readList(options["carrier-list"]);
  const config = loadConfig(process.env);
  // The report is on standard output; what was voided is told in the log.
  const log = createLogger(config, pino.destination(2));
  const closers = new Closers(log);
  try {
    const { deps, adminUrl } = await openDeps(config, log, closers);
    if (options["end-doubt"]) console.info(`Doubtful periods ended: ${await endDoubt(adminUrl)}`);
    else process.exitCode = await reconcile(deps, adminUrl, list, options);
  } finally {
    await closers.close(config.shutdownGraceSeconds * 1000);
  }
}

/** Spreadsheets also write UTF-16, with a mark in front. */
async function readList(file: string | undefined): Promise<string | null> {
  if (file === undefined) return null;
  const bytes = await readFile(file);
  const mark = bytes.subarray(0, 2).toString("hex");
  return new TextDecoder(encodings[mark] ?? "utf-8").decode(bytes);
}

const encodings: Record<string, string> = { fffe: "utf-16le", feff: "utf-16be" };

async function reconcile(deps: ShippingDeps, adminUrl: string, list: string | null, options: Options): Promise<number> {
  const since = new Date(options.since as string).toISOString();
  await openDoubt(adminUrl, since, deps.ledger.doubtSeconds);
  const tenantIds = await listTenants(adminUrl);
  const report = await reconcileLedger(deps, { tenantIds, since, list, perMinute: options.perMinute });
  const orphans = report.findings.filter(({ kind }) => kind === "ORPHAN");
  if (!options.json) print(report, since);
  const isVoiding = options.void && orphans.length > 0 && (await isConfirmed(options, orphans.length));
  const endings = isVoiding ? await voidAll(deps, tenantIds, orphans) : [];
  if (options.json) console.info(JSON.stringify({ since, ...report, voided: endings }, null, 2));
  else for (const { number, ending } of endings) console.info(`${ending.padEnd(10)}  ${number}`);
  return exitCodeOf(report, endings);
}

interface Ended {
  number: string | null;
  ending: Awaited<ReturnType<typeof endOrphan>>;
}

async function voidAll(deps: ShippingDeps, tenantIds: string[], orphans: Finding[]): Promise<Ended[]> {
  const endings: Ended[] = [];
  for (const orphan of orphans) {
    endings.push({ number: orphan.number, ending: await endOrphan(deps, tenantIds, orphan) });
  }
  return endings;
}

async function isConfirmed({ yes }: Options, count: number): Promise<boolean> {
  if (yes) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`Void ${count} bookings at the carrier? Type "void": `);
  terminal.close();
  return answer.trim() === "void";
}

function print({ asked, listed, findings }: LedgerReport, since: string): void {
  for (const { kind, number, carrierReference, purchaseId, tenantId, detail } of findings) {
    const where = [number, carrierReference, purchaseId, tenantId].filter((part) => part !== null).join(" ");
    console.info(`${kind.padEnd(21)}  ${where}\n${" ".repeat(23)}${detail}`);
  }
  console.info(`${asked} purchases since ${since} asked about, ${listed} packages listed, ${findings.length} findings`);
}

/** Open purchases differ from nothing yet: the worker looks them up. */
function exitCodeOf({ findings }: LedgerReport, endings: Ended[]): number {
  const ended = new Set(endings.filter(({ ending }) => ending === "VOIDED").map(({ number }) => number));
  const left = findings.filter(({ kind, number }) => kind !== "OPEN" && !(kind === "ORPHAN" && ended.has(number)));
  if (left.some(({ kind }) => kind !== "NO_ANSWER")) return exitCodes.differ;
  return left.length > 0 ? exitCodes.unanswered : exitCodes.agree;
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = exitCodes.failed;
});
