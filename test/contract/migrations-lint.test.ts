import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { migrations } from "../../src/database/migration-list.js";

const squawk = resolve(__dirname, "../../node_modules/squawk-cli/js/bin/squawk");

/** Rules that ask for what we decided otherwise. */
const notOurs = [
  // Counts, positions and versions: none comes near two thousand million.
  "prefer-bigint-over-int",
  // How long an index takes to build is not known beforehand. What others wait for is the lock, and that has a limit.
  "require-statement-timeout",
];

/** Fit for tables that nobody has filled yet: these migrations are older than the first release. */
const onTablesWithoutUsers = [
  "constraint-missing-not-valid",
  "adding-foreign-key-constraint",
  "require-concurrent-index-creation",
];

const waived: Record<string, string[]> = {
  WidenShipment1763840000000: onTablesWithoutUsers,
  KeepPayerOfPurchase1763900000000: onTablesWithoutUsers,
  KeepRecoveredLabels1763921000000: onTablesWithoutUsers,
  CreateAcceptedOffer1764010001000: onTablesWithoutUsers,
  ListShipments1764020000000: onTablesWithoutUsers,
  ListLabels1764020001000: [...onTablesWithoutUsers, "adding-not-nullable-field"],
  ListWhatGrows1764020002000: [...onTablesWithoutUsers, "require-concurrent-index-deletion"],
  ListReturns1764020003000: onTablesWithoutUsers,
  ListVoidedPurchases1764020005000: onTablesWithoutUsers,
  IndexVoidedLabels1764020009000: onTablesWithoutUsers,
  RememberDuplicates1764031000000: onTablesWithoutUsers,
  KeepAddressFindings1764032000000: onTablesWithoutUsers,
  KnowShipDayOfBought1764070000000: onTablesWithoutUsers,
  KeepLabelsAsTheyAre1764140000000: onTablesWithoutUsers,
  KeepSignatureLabels1764140001000: onTablesWithoutUsers,
  KnowHiddenPayerRates1764160001000: onTablesWithoutUsers,
  StateWhyVoided1764034000000: onTablesWithoutUsers,
  ReferOnceOfAllTenants1764184003000: onTablesWithoutUsers,
  // Added hours before: no release has written it.
  PauseCallsByAccount1764187000500: ["ban-drop-column"],
  TakeDueByAccount1764187001000: [
    ...onTablesWithoutUsers,
    "require-concurrent-index-deletion",
    // Four ranks.
    "prefer-bigint-over-smallint",
  ],
  TellMonitoring1764189000000: onTablesWithoutUsers,
  // The indexes are of what is due alone, a few rows.
  SweepByRank1764187003000: ["require-concurrent-index-deletion"],
  EndOldData1764207000000: onTablesWithoutUsers,
  // Null only in quotes of methods that no release before can make, and which it refuses to buy.
  PriceQuotesByRules1764211000000: ["ban-drop-not-null"],
  // A tenant's methods are a handful: the index is built before anybody waits.
  ReferenceImportedMethods1764212000000: ["require-concurrent-index-creation"],
  // The table is made anew with its rows in one transaction; no release knows the one before.
  ClaimUploadsAsPurchases1763961000000: ["ban-drop-table"],
};

/** The SQL of a migration, one statement after the other; each runs in a transaction of its own with a lock_timeout. */
async function sqlOf(migration: MigrationInterface): Promise<string> {
  const statements = ["set lock_timeout = '5s'"];
  const query = async (text: string) => {
    statements.push(text.trim().replace(/;$/, ""));
    return [];
  };
  await migration.up({ query } as unknown as QueryRunner);
  return `${statements.join(";\n")};\n`;
}

/** What the linter finds, as `rule: text of the line`. */
function findings(sql: string, waivers: string[] = []): string[] {
  const exclude = `--exclude=${[...notOurs, ...waivers].join(",")}`;
  const options = ["--reporter=json", "--pg-version=15", "--assume-in-transaction", exclude];
  const { stdout, stderr } = spawnSync(process.execPath, [squawk, ...options, "--stdin-filepath=migration.sql"], {
    input: sql,
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(`The linter of migrations did not run: ${stderr}`);
  const found: { rule_name: string; line: number }[] = JSON.parse(stdout);
  const lines = sql.split("\n");
  return found.map(({ rule_name, line }) => `${rule_name}: ${lines[line]?.trim()}`);
}

it.each(migrations.map((migration) => [migration.name, migration] as const))(
  "%s is safe to run beside live traffic",
  async (name, Migration) => {
    const sql = await sqlOf(new Migration());
    expect(sql.length).toBeGreaterThan(50);
    expect(findings(sql, waived[name])).toEqual([]);
  },
);

it("the linter finds what would lock a table for long or break the release before", () => {
  const sql = [
    "set lock_timeout = '5s'",
    "create index shipment_by_reference on shipment (reference)",
    "alter table shipment add constraint shipment_number_given check (number <> '')",
    "alter table shipment drop column reference",
  ];
  const rules = findings(`${sql.join(";\n")};\n`).map((finding) => finding.replace(/:.*/s, ""));
  expect([...new Set(rules)].sort()).toEqual([
    "ban-drop-column",
    "constraint-missing-not-valid",
    "require-concurrent-index-creation",
  ]);
});
