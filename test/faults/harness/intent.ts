import { randomOf } from "./random.js";

/** One thing that a buyer wants, and how he goes about it. */
export interface Intent {
  /** Also the order that the shipment belongs to: whatever is booked for it can be counted. */
  id: string;
  isDraft: boolean;
  packages: number;
  labelFormat: "ZPL" | "PDF";
  /** Sends the same request twice at once. */
  isDoubleClick: boolean;
  /** Gives up after this long and never comes back; null: asks until there is an end. */
  vanishesAfterMs: number | null;
  afterwards: "KEEP" | "VOID" | "VOID_ONE_PACKAGE" | "VOID_AND_BUY_AGAIN";
  voidsByKey: boolean;
  vanishesFromVoidAfterMs: number | null;
  pauseMs: number;
}

/** The same for the same seed, buyer and number. */
export function intentOf(seed: number, buyer: number, number: number): Intent {
  const random = randomOf(seed, "intent", buyer, number);
  return {
    id: `buyer-${buyer}-wants-${number}`,
    isDraft: random.chance(0.4),
    packages: random.chance(0.3) ? random.between(2, 3) : 1,
    labelFormat: random.chance(0.1) ? "PDF" : "ZPL",
    isDoubleClick: random.chance(0.15),
    vanishesAfterMs: random.chance(0.15) ? random.between(0, 2_000) : null,
    afterwards: random.pick(["KEEP", "KEEP", "KEEP", "VOID", "VOID_ONE_PACKAGE", "VOID_AND_BUY_AGAIN"]),
    voidsByKey: random.chance(0.5),
    vanishesFromVoidAfterMs: random.chance(0.2) ? random.between(0, 1_000) : null,
    pauseMs: random.between(100, 1_200),
  };
}
