/**
 * All rows of each key, read `most` at a time: `read` gives the first rows of these keys, in the order of their keys. A key
 * whose rows may go on in the next part is read again with it; one that alone has more than `most` is read by itself.
 */
export async function groupsInParts<E>(
  keys: readonly string[],
  key: keyof E,
  most: number,
  read: (keys: readonly string[], most: number | undefined) => Promise<E[]>,
): Promise<Map<string, E[]>> {
  const groups = new Map<string, E[]>();
  let left = keys;
  while (left.length > 0) {
    const rows = await read(left, most);
    if (rows.length < most) {
      addTo(groups, rows, key);
      break;
    }
    const last = rows.at(-1)?.[key];
    const whole = rows.filter((row) => row[key] !== last);
    addTo(groups, whole.length > 0 ? whole : await read([last as string], undefined), key);
    left = left.filter((each) => !groups.has(each));
  }
  return groups;
}

function addTo<E>(groups: Map<string, E[]>, rows: E[], key: keyof E): void {
  for (const row of rows) {
    const group = groups.get(row[key] as string);
    if (group) group.push(row);
    else groups.set(row[key] as string, [row]);
  }
}
