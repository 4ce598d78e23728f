const mostNames = 1_000;
const names = new Map<string, string>();

/** The verb and the first table or function: `SELECT label_purchase`. Never a value. */
export function statementName(text: string): string {
  const cached = names.get(text);
  if (cached !== undefined) return cached;
  const name = summary(text.replace(/^\s*\/\*.*?\*\/\s*/s, ""));
  if (names.size >= mostNames) names.clear();
  names.set(text, name);
  return name;
}

const verb = /^\s*(select|insert|update|delete|with|set|begin|commit|rollback|savepoint|release)\b/i;
const target = /\b(?:from|into|update)\s+"?([a-z_]+)"?/i;

function summary(text: string): string {
  const [, found = "statement"] = verb.exec(text) ?? [];
  const [, table] = target.exec(text) ?? [];
  return [found.toUpperCase(), table?.toLowerCase()].filter((word) => word !== undefined).join(" ");
}
