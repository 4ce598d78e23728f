import type { Outcome } from "../../carrier/outcome.js";
import type { RatedService } from "../../carrier/rating.js";
import { type Ask, optionOf } from "./ask-carrier.js";
import type { Offer } from "./store-quotes.js";
import { type UnavailableOption, whyFailed } from "./unavailable-option.js";

/** What one choice got out of the carrier's answer: its service, with and without Saturday, or all; else why nothing. */
export function readOutcome(
  { choice, loaded, details }: Ask,
  outcome: Outcome<RatedService[]>,
): { offers: Offer[]; unavailable: UnavailableOption[] } {
  if (outcome.kind !== "ANSWERED") {
    const why = whyFailed(outcome, (messages) => loaded.adapter.rateRefusalReason(messages));
    return { offers: [], unavailable: [optionOf(choice, loaded, details, why)] };
  }
  const wanted = choice.method?.serviceCode ?? null;
  const offers = outcome.value
    .filter((rated) => wanted === null || rated.serviceCode === wanted)
    .map((rated) => ({ choice, details, rated }));
  if (offers.length > 0) return { offers, unavailable: [] };
  const why = { reason: "LANE_NOT_SERVED", message: "The carrier does not offer it for this shipment." } as const;
  return { offers: [], unavailable: [optionOf(choice, loaded, details, why)] };
}
