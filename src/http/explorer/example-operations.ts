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

/** Operations that are shown together and run from first to last. */
export interface OperationSet {
  /** As in the page's address. */
  key: string;
  title: string;
  operations: ExampleOperation[];
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

/** What a newcomer starts with, and the tour of the whole UPS guide. */
export async function readOperationSets(): Promise<OperationSet[]> {
  return [
    { key: "examples", title: "First steps", operations: await readExampleOperations() },
    {
      key: "tour",
      title: "Tour of the UPS guide",
      operations: await readExampleOperations(join(packageRoot(), "operations/tour")),
    },
  ];
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

/** It travels in the address of Sandbox's frame. */
const longestAddress = 14_000;

/**
 * As many as fit, from the first on, in one: Sandbox takes one document and one set of variables, so equal names have
 * equal values.
 */
export function asOneDocument(operations: readonly ExampleOperation[]) {
  const document = documentOf(operations);
  const isTooLong = encodeURIComponent(document).length > longestAddress;
  if (isTooLong && operations.length > 1) return asOneDocument(operations.slice(0, -1));
  const variables: Record<string, unknown> = Object.assign({}, ...operations.map(({ variables }) => variables));
  return { document, variables };
}

function documentOf(operations: readonly ExampleOperation[]): string {
  return operations.map(({ document }) => folded(document.trim())).join("\n\n");
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
