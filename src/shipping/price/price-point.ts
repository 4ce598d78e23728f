import { Decimal } from "decimal.js";
import type { StoredPriceRounding } from "../../entities/values/stored-method-rules.js";
import { Exact } from "./exact.js";

const modes = { UP: Decimal.ROUND_CEIL, NEAREST: Decimal.ROUND_HALF_CEIL, DOWN: Decimal.ROUND_FLOOR } as const;

/**
 * The price point, k x increment + ending for whole k from 0, that a price goes to: half way between two it goes to the
 * upper one, and what is below the first goes to the first.
 */
export function pricePoint(price: Decimal, { increment, ending, direction }: StoredPriceRounding): Decimal {
  const steps = new Exact(price).minus(ending).dividedBy(increment).toDecimalPlaces(0, modes[direction]);
  return Exact.max(steps, 0).times(increment).plus(ending);
}
