import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The `response` of a fixture in `test/fixtures/ups`. */
export function fixture(operation: string, name: string): unknown {
  const file = join(process.cwd(), "test/fixtures/ups", operation, `${name}.json`);
  return (JSON.parse(readFileSync(file, "utf8")) as { response: unknown }).response;
}
