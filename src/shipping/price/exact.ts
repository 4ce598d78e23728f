import { Decimal } from "decimal.js";

/** Decimals that keep every digit of what methods and carriers give and its products; only what does not end is cut. */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
