/** A table of words: the first line names the columns, the first word of each other line its row. */
export function parseTable(text: string): Record<string, Record<string, string>> {
  const [columns = [], ...rows] = text
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first);
  const entries = rows.map(([name, ...cells]) => {
    if (cells.length !== columns.length) throw new Error(`The row of ${name} has ${cells.length} cells.`);
    return [name!, Object.fromEntries(columns.map((column, index) => [column, cells[index]!]))] as const;
  });
  const names = entries.map(([name]) => name);
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled) throw new Error(`${doubled} has two rows.`);
  return Object.fromEntries(entries);
}

/** What is not in both, for a message that names it. */
export function differences(inSchema: string[], inTable: string[]) {
  const rows = new Set(inTable);
  const found = new Set(inSchema);
  return {
    withoutRow: inSchema.filter((name) => !rows.has(name)),
    rowOfNothing: inTable.filter((name) => !found.has(name)),
  };
}

export const noDifference = { withoutRow: [], rowOfNothing: [] };
