/** What callers give of what is kept: whatever is not `Needed` may be absent or null, which mean the same. */
export type InputOf<Kept, Needed extends keyof Kept = never> = Pick<Kept, Needed> & {
  [Part in Exclude<keyof Kept, Needed>]?: Kept[Part] | null;
};

/** The parts of `before`, each as the input gives it unless it is absent there, or null. */
export function withGiven<Kept extends object>(before: Kept, input: InputOf<Kept> | null): Kept {
  const parts = Object.keys(before) as (keyof Kept)[];
  return Object.fromEntries(parts.map((part) => [part, input?.[part] ?? before[part]])) as Kept;
}

/** Texts without the blanks around them; those of blanks alone are null. */
export function withoutBlanks<Kept extends object>(kept: Kept): Kept {
  const parts = Object.entries(kept).map(([part, value]) => [
    part,
    typeof value === "string" ? value.trim() || null : value,
  ]);
  return Object.fromEntries(parts) as Kept;
}
