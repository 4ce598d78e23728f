import type { CarrierShippingMethod } from "../../entities/carrier-shipping-method.js";
import type { StoredAvailability } from "../../entities/values/stored-method-rules.js";
import { whyOutside } from "../area/why-outside.js";
import type { OrderFacts } from "../order-facts.js";
import { exceeds, inCubicCentimetres, inKilograms } from "../price/measures.js";
import type { ConditionKey } from "./unavailable-key.js";

type Conditions = Pick<CarrierShippingMethod, "provider" | "archivedAt" | "isPublished" | "availability" | "dispatch">;

/**
 * Why a buyer is not offered a method; null: its conditions hold. Limits hold at their own value. What a limit or a region
 * asks for and nobody knows is a reason of its own (REQUIRED), never taken for right. Tags and channels are compared
 * without case. `today`: YYYY-MM-DD where the sender is.
 */
export function whyUnavailable(method: Conditions, facts: OrderFacts, today: string): ConditionKey | null {
  const { availability } = method;
  return (
    whyNotOffered(method) ??
    whyChannel(availability, facts) ??
    (method.dispatch.blackoutDays.includes(today) ? "BLACKOUT_DAY" : null) ??
    whyOutside(availability, facts.destination) ??
    whyWeight(availability, facts) ??
    whyVolume(availability, facts) ??
    whyTags(availability, facts)
  );
}

function whyNotOffered({ provider, archivedAt, isPublished }: Conditions): ConditionKey | null {
  if (provider === "UPS_LEGACY") return "NOT_QUOTABLE";
  if (archivedAt !== null) return "ARCHIVED";
  return isPublished ? null : "NOT_PUBLISHED";
}

function whyChannel({ channels }: StoredAvailability, { channel }: OrderFacts): ConditionKey | null {
  if (channels.length === 0) return null;
  return channel !== null && plainWords(channels).has(plainWord(channel)) ? null : "CHANNEL_NOT_SERVED";
}

function whyWeight({ maxWeight }: StoredAvailability, { weight }: OrderFacts): ConditionKey | null {
  if (maxWeight === null) return null;
  if (weight === null) return "WEIGHT_REQUIRED";
  return exceeds(inKilograms(weight), inKilograms(maxWeight)) ? "WEIGHT_LIMIT" : null;
}

function whyVolume({ maxVolume }: StoredAvailability, { volume }: OrderFacts): ConditionKey | null {
  if (maxVolume === null) return null;
  if (volume === null) return "VOLUME_REQUIRED";
  return exceeds(inCubicCentimetres(volume), inCubicCentimetres(maxVolume)) ? "VOLUME_LIMIT" : null;
}

function whyTags({ requiredTags, excludedTags }: StoredAvailability, facts: OrderFacts): ConditionKey | null {
  const tags = plainWords(facts.tags);
  if (!requiredTags.every((tag) => tags.has(plainWord(tag)))) return "TAG_MISSING";
  return excludedTags.some((tag) => tags.has(plainWord(tag))) ? "TAG_EXCLUDED" : null;
}

const plainWords = (words: string[]) => new Set(words.map(plainWord));

const plainWord = (word: string) => word.normalize("NFKC").trim().toLowerCase();
