import { type Random, randomOf } from "./random.js";

/** One thing that a buyer wants, and how he goes about it. */
export interface Intent {
  /** Also the order that the shipment belongs to: whatever is booked for it can be counted. */
  id: string;
  isDraft: boolean;
  packages: number;
  labelFormat: "ZPL" | "PDF" | "GIF" | "EPL";
  /** DOOR: to a business. ABROAD: across a border, with customs. ACCESS_POINT: where the recipient fetches it. */
  to: "DOOR" | "ABROAD" | "ACCESS_POINT";
  /** Takes the price that was offered to him. */
  acceptsQuote: boolean;
  /** The return label comes with it. */
  generatesReturn: boolean;
  /** Papers of his own: that go with the purchase, or after it. */
  papers: "NONE" | "BOUGHT_WITH" | "ATTACHED";
  /** Sends the same request twice at once. */
  isDoubleClick: boolean;
  /** Gives up after this long and never comes back; null: asks until there is an end. */
  vanishesAfterMs: number | null;
  afterwards: "KEEP" | "VOID" | "VOID_ONE_PACKAGE" | "VOID_EACH_PACKAGE" | "VOID_AND_BUY_AGAIN" | "RETURN";
  voidsByKey: boolean;
  vanishesFromVoidAfterMs: number | null;
  pauseMs: number;
}

const ways = ["DOOR", "DOOR", "DOOR", "DOOR", "DOOR", "DOOR", "ABROAD", "ABROAD", "ACCESS_POINT"] as const;
const endings = [
  ...(["KEEP", "KEEP", "VOID", "VOID_ONE_PACKAGE", "VOID_EACH_PACKAGE", "VOID_EACH_PACKAGE"] as const),
  ...(["VOID_AND_BUY_AGAIN", "RETURN"] as const),
];

/** The same for the same seed, buyer and number. */
export function intentOf(seed: number, buyer: number, number: number): Intent {
  const random = randomOf(seed, "intent", buyer, number);
  const to = random.pick(ways);
  const isOrdinary = to === "DOOR";
  const afterwards = random.pick(endings);
  const generatesReturn = isOrdinary && random.chance(0.15);
  return {
    id: `buyer-${buyer}-wants-${number}`,
    to,
    isDraft: random.chance(0.4),
    packages: packagesOf(random, afterwards, generatesReturn),
    labelFormat: random.pick(["ZPL", "ZPL", "ZPL", "ZPL", "ZPL", "EPL", "GIF", "PDF"]),
    acceptsQuote: isOrdinary && random.chance(0.15),
    generatesReturn,
    papers: to === "ABROAD" ? random.pick(["NONE", "BOUGHT_WITH", "ATTACHED", "ATTACHED"]) : "NONE",
    isDoubleClick: random.chance(0.15),
    vanishesAfterMs: random.chance(0.15) ? random.between(0, 2_000) : null,
    // What went abroad comes back by other rules, and is voided as a whole only.
    afterwards: to === "ABROAD" && afterwards !== "KEEP" ? "VOID" : afterwards,
    voidsByKey: random.chance(0.5),
    vanishesFromVoidAfterMs: random.chance(0.2) ? random.between(0, 1_000) : null,
    pauseMs: random.between(100, 1_200),
  };
}

/** UPS takes back one package at once. */
function packagesOf(random: Random, afterwards: Intent["afterwards"], generatesReturn: boolean): number {
  if (generatesReturn || afterwards === "RETURN") return 1;
  return afterwards === "VOID_EACH_PACKAGE" || random.chance(0.3) ? random.between(2, 3) : 1;
}
