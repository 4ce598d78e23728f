/** One promise, with what broke it. */
export interface Verdict {
  name: string;
  /** Empty: it was kept. */
  broken: string[];
}

export const verdict = (name: string, broken: string[]): Verdict => ({ name, broken });

export function grouped<T>(all: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of all) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** The keys under which more than one stands, and how many; `tell`: what is to be known of each of them. */
export function repeated<T>(all: T[], keyOf: (item: T) => string, tell?: (item: T) => string): string[] {
  return [...grouped(all, keyOf)].flatMap(([key, group]) =>
    group.length > 1 ? [[`${key}: ${group.length}`, ...(tell ? group.map(tell) : [])].join(", ")] : [],
  );
}
