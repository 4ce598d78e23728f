import type { RateRefusalReason } from "../../carrier/rating.js";

/** UPS publishes no list: these are the Rating codes met in evidence. */
const reasons: [RateRefusalReason, ReadonlySet<string>][] = [
  ["LANE_NOT_SERVED", new Set(["111091", "111100", "111210"])],
  ["ADDRESS_INVALID", new Set(["110208", "110308", "111107", "113020", "113021"])],
  ["OPTION_NOT_ALLOWED", new Set(["111211", "111212", "111215", "111500"])],
];

/** What UPS's refusal to rate means for the caller; null: no class that we know of. */
export function rateRefusalReason(messages: { code: string }[]): RateRefusalReason | null {
  const isMeant = (codes: ReadonlySet<string>) => messages.some((message) => codes.has(message.code));
  return reasons.find(([, codes]) => isMeant(codes))?.[0] ?? null;
}
