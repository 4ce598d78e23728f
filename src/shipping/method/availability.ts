import { availableToAll, type StoredAvailability } from "../../entities/values/stored-method-rules.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import type { InputOf } from "../input-of.js";
import { userError } from "../user-error.js";
import { checkList } from "./check-list.js";
import { checkDestination, writtenDestination } from "./destination.js";
import { mergeParts } from "./merge-parts.js";

export type AvailabilityInput = InputOf<StoredAvailability>;

export const longestWord = 50;

/** What is given over what is stored; null empties. */
export function availability(
  input: AvailabilityInput | null | undefined,
  stored: StoredAvailability,
): StoredAvailability {
  const merged = writtenDestination(mergeParts(availableToAll, stored, input));
  const { maxWeight, maxVolume } = merged;
  return {
    ...merged,
    maxWeight: maxWeight && { value: maxWeight.value, unit: maxWeight.unit },
    maxVolume: maxVolume && { value: maxVolume.value, unit: maxVolume.unit },
    requiredTags: words(merged.requiredTags),
    excludedTags: words(merged.excludedTags),
    channels: words(merged.channels),
  };
}

const words = (written: string[]) => written.map((word) => word.trim());

/** INVALID at the place of whatever cannot be meant. */
export function checkAvailability(availability: StoredAvailability, at: string[]): ShippingUserError[] {
  const { maxWeight, maxVolume, requiredTags, excludedTags, channels } = availability;
  const required = new Set(requiredTags.map((tag) => tag.toLowerCase()));
  const excludedProblem = (tag: string) =>
    wordProblem(tag) ?? (required.has(tag.toLowerCase()) ? `${tag} is required too.` : null);
  return [
    ...checkDestination(availability, at),
    ...(maxWeight ? checkMaximum(maxWeight.value, [...at, "maxWeight", "value"]) : []),
    ...(maxVolume ? checkMaximum(maxVolume.value, [...at, "maxVolume", "value"]) : []),
    ...checkList(requiredTags, [...at, "requiredTags"], wordProblem),
    ...checkList(excludedTags, [...at, "excludedTags"], excludedProblem),
    ...checkList(channels, [...at, "channels"], wordProblem),
  ];
}

function wordProblem(word: string): string | null {
  if (word === "" || /\p{Cc}/u.test(word)) return "It is neither empty nor has line breaks or control characters.";
  return word.length > longestWord ? `It has at most ${longestWord} characters.` : null;
}

const checkMaximum = (value: number, at: string[]) =>
  value > 0 ? [] : [userError("INVALID", "A maximum is greater than zero.", at)];
