import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An answer that UPS gave to somebody, and what a person reads in it. */
export interface RecordedAnswer {
  file: string;
  kind: string;
  http: { status: number; headers?: Record<string, string> };
  /** What was asked, where the answer alone does not tell. */
  ask?: { count?: number; number?: string };
  expect: Record<string, unknown>;
  body: unknown;
}

/** Where recorded answers are; unset on machines that have none. */
export const answersDir = process.env.UPS_ANSWERS_DIR || null;

if (!answersDir)
  process.stderr.write("UPS_ANSWERS_DIR is not set: parsers are not tried on what UPS answered others\n");

export function recordedAnswers(): RecordedAnswer[] {
  if (answersDir === null) return [];
  const files = readdirSync(answersDir).filter((name) => name.endsWith(".json"));
  return files.map((file) => ({ file, ...JSON.parse(readFileSync(join(answersDir ?? "", file), "utf8")) }));
}
