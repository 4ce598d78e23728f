import type { RateRefusalReason } from "../../carrier/rating.js";
import type { Effect } from "../words/error-codes/error-code.js";
import { effectOf } from "../words/error-codes/find-error-code.js";

const reasonByEffect: Partial<Record<Effect, RateRefusalReason>> = {
  LANE: "LANE_NOT_SERVED",
  ADDRESS: "ADDRESS_INVALID",
  WEIGHT: "WEIGHT_LIMIT",
  SIZE: "SIZE_LIMIT",
  PACKAGING: "OPTION_NOT_ALLOWED",
  OPTION: "OPTION_NOT_ALLOWED",
  PAYER: "OPTION_NOT_ALLOWED",
  NO_CONTRACT: "OPTION_NOT_ALLOWED",
};

/** Where UPS names several faults the first of these is told: what is wrong with the address is wrong with all the rest. */
const order: RateRefusalReason[] = [
  "ADDRESS_INVALID",
  "LANE_NOT_SERVED",
  "WEIGHT_LIMIT",
  "SIZE_LIMIT",
  "OPTION_NOT_ALLOWED",
];

/** What UPS's refusal to rate means for the caller; null: no class that we know of. */
export function rateRefusalReason(messages: { code: string }[]): RateRefusalReason | null {
  const reasons = messages.map((message) => reasonByEffect[effectOf(message) ?? "REQUEST"]);
  return order.find((reason) => reasons.includes(reason)) ?? null;
}
