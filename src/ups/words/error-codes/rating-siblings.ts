import type { ErrorCode } from "./error-code.js";
import { shipsNumber } from "./evidence.js";

/** Within these Ship repeats what its rating says. Beyond them the two count differently: 111526 is not 121526. */
const [first, last] = [121000, 121400];

/** Rating's numbers of what Ship says of services, packages and options, as far as they are not known themselves. */
export function ratingSiblings(evident: readonly ErrorCode[]): ErrorCode[] {
  const codes = new Set(evident.map(({ code }) => code));
  return evident
    .filter(({ code }) => Number(code) >= first && Number(code) < last)
    .map((row) => ({ ...row, code: `11${row.code.slice(2)}`, ...shipsNumber }))
    .filter(({ code }) => !codes.has(code));
}
