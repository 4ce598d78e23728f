import type { InputOf } from "../input-of.js";

/** `stored` with what the input gives: absent parts stay, parts of null are as in `plain`. */
export function mergeParts<Kept extends object>(
  plain: Kept,
  stored: Kept,
  input: InputOf<Kept> | null | undefined,
): Kept {
  const parts = Object.keys(plain) as (keyof Kept)[];
  const merged = parts.map((part) => {
    const value = input?.[part];
    return [part, value === undefined ? stored[part] : (value ?? plain[part])];
  });
  return Object.fromEntries(merged) as Kept;
}
