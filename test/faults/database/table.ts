import type { Trial } from "./trial.js";

const columns = [
  ...["fault", "bought", "errors by code", "a purchase took", "buying again", "bought again"],
  ...["doubles", "lost", "estimated", "broken"],
];
const doubles = /twice|double/;
const lost = /lost labels|without bytes|without a purchase/;

/** One row for each fault. */
export function printTable(trials: Trial[]): void {
  const rows = [columns, ...trials.map(rowOf)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) console.info(`  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ")}`);
}

function rowOf(trial: Trial): string[] {
  const { name, purchases, errors, quietSeconds, secondsUntilBegun, secondsUntilBought, verdicts, losses } = trial;
  const count = (pattern: RegExp) =>
    [...verdicts, ...losses]
      .filter((each) => pattern.test(each.name))
      .reduce((sum, { broken }) => sum + broken.length, 0);
  const codes = Object.entries(errors).map(([code, times]) => `${code} ${times}`);
  return [
    ...[name, String(purchases), codes.join(", ") || "none"],
    ...[quietSeconds, secondsUntilBegun, secondsUntilBought].map(inSeconds),
    ...[String(count(doubles)), String(count(lost)), String(trial.estimates)],
    String(verdicts.filter(({ broken }) => broken.length > 0).length),
  ];
}

const inSeconds = (seconds: number | null) => (seconds === null ? "never" : `${seconds.toFixed(2)} s`);
