import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "./package-root.js";

/** One documented operation of the folder operations/, in the order of the file names. */
export interface ExampleOperation {
  /** Without number and ending, for example `buy-first-label`. */
  name: string;
  document: string;
  variables: Record<string, unknown>;
}

/** Stands in the variables where every load of the page, and every run of the examples, needs a new text. */
const freshMark = "<fresh>";

export async function readExampleOperations(folder = join(packageRoot(), "operations")): Promise<ExampleOperation[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".graphql")).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace(/^\d+-/, "").replace(/\.graphql$/, ""),
      document: await readFile(join(folder, file), "utf8"),
      variables: JSON.parse(await readFile(join(folder, file.replace(/\.graphql$/, ".variables.json")), "utf8")),
    })),
  );
}

/** The same operations with one new text for all marks: what one of them names, the others find again. */
export function withFreshVariables(
  operations: readonly ExampleOperation[],
  fresh = randomBytes(6).toString("hex"),
): ExampleOperation[] {
  return operations.map((operation) => ({
    ...operation,
    variables: JSON.parse(JSON.stringify(operation.variables).replaceAll(freshMark, fresh)),
  }));
}

/** All in one: Sandbox takes one document and one set of variables, so equal names have equal values. */
export function asOneDocument(operations: readonly ExampleOperation[]) {
  return {
    document: operations.map(({ document }) => folded(document.trim())).join("\n\n"),
    variables: Object.assign({}, ...operations.map(({ variables }) => variables)) as Record<string, unknown>,
  };
}

const longestFold = 100;
const blockOfWholeLines = /\{\n((?: *(?![ })])[^\n]*[^\n{(]\n)+) *\}/g;

/** Short selections on one line, tabs for indents: the document travels in an address, and addresses must not be long. */
function folded(document: string): string {
  const once = document.replace(blockOfWholeLines, (block, lines: string) => {
    const line = `{ ${lines
      .trim()
      .split(/\s*\n\s*/)
      .join(" ")} }`;
    return line.length <= longestFold ? line : block;
  });
  if (once !== document) return folded(once);
  return document.replace(/^ +/gm, (indent) => "\t".repeat(indent.length / 2));
}
