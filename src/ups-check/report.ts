import { type Difference, isNews } from "./compare.js";
import type { CheckResult, Compared } from "./run-check.js";
import { describeLeft } from "./undo.js";

/** A probe with what differs, each difference a line. Codes, paths and kinds only: no value that was sent or answered. */
export function describeCompared({ probe, differences }: Compared): string[] {
  if (differences === null) return [`  -  ${probe}: not asked, an answer that it needs is missing`];
  const mark = differences.length === 0 ? " ok" : differences.every(isNews) ? "  +" : "  !";
  return [`${mark}  ${probe}`, ...differences.map((difference) => `       ${describe(difference)}`)];
}

function describe({ kind, path, ups, simulator }: Difference): string {
  if (kind === "STATUS") return `UPS answers ${ups}, the simulator ${simulator}`;
  if (kind === "CODE") return `${path}: UPS says ${ups}, the simulator ${simulator}`;
  if (kind === "KIND") return `${path}: ${ups} at UPS, ${simulator} in the simulator`;
  if (kind === "ONLY_AT_UPS") return `${path}: only at UPS (${ups})`;
  return `${path}: only in the simulator (${simulator})`;
}

export function summarise({ compared, left }: CheckResult): string[] {
  const asked = compared.flatMap(({ differences }) => (differences === null ? [] : [differences]));
  const count = asked.filter((differences) => differences.some((difference) => !isNews(difference))).length;
  const total = asked.flat().filter((difference) => !isNews(difference)).length;
  return [
    ...left.map(describeLeft),
    `${asked.length} asked, ${count} of them with differences (${total} in all), ${compared.length - asked.length} not asked, ${left.length} left at UPS`,
  ];
}

/** 0: alike, and nothing is left. */
export function exitCodeOf({ compared, left }: CheckResult): 0 | 1 {
  const differ = compared.some(({ differences }) => differences?.some((difference) => !isNews(difference)));
  return differ || left.length > 0 ? 1 : 0;
}
