import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "../stand-ins.js";

/** The names in an introspection of input types. */
export const inputFieldNames = (answer: Answer): string[] =>
  answer.data.__schema.types.flatMap(({ inputFields }: Answer) => (inputFields ?? []).map(({ name }: Answer) => name));

export const rootFieldNames = ({ data: { __schema } }: Answer): string[] =>
  [...__schema.mutationType.fields, ...__schema.queryType.fields].map(({ name }: Answer) => name);

/** Among what the README says is not there. */
export function isInReadme(pattern: RegExp): boolean {
  const readme = readFileSync(join(process.cwd(), "README.md"), "utf8");
  const missing = /\n## Not there yet[^\n]*\n([\s\S]*?)(\n## |$)/.exec(readme)?.[1] ?? "";
  return pattern.test(missing);
}
