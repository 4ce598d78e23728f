import type { ErrorCode } from "./error-code.js";
import { shipsNumber } from "./evidence.js";

/**
 * Where Ship and Rating count alike, as far as pairs are known: 120208 and 110208, 120308, 120548 and 120609; 121030 to
 * 121286, a dozen of them. The shipper's (1201xx) are counted otherwise, and 111526 is not 121526.
 */
const ranges = [
  [120200, 120700],
  [121001, 121400],
] as const;

/** Rating's numbers of what Ship says of addresses, packages, services and options, as far as they are not known themselves. */
export function ratingSiblings(evident: readonly ErrorCode[]): ErrorCode[] {
  const codes = new Set(evident.map(({ code }) => code));
  return evident
    .filter(({ code }) => ranges.some(([from, to]) => Number(code) >= from && Number(code) < to))
    .map((row) => ({ ...row, code: `11${row.code.slice(2)}`, ...shipsNumber }))
    .filter(({ code }) => !codes.has(code));
}
