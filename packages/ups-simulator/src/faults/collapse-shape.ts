/** The wire's other shape: a list of one is its element, empty containers are `""`. Lists of many stay. */
export function collapseShape(node: unknown): unknown {
  if (Array.isArray(node)) {
    if (node.length === 0) return "";
    return node.length === 1 ? collapseShape(node[0]) : node.map(collapseShape);
  }
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([name, value]) => [name, collapseShape(value)]);
  return entries.length === 0 ? "" : Object.fromEntries(entries);
}
