import type { UnavailableKey } from "../unavailable-key.js";

/** The reasons whose text can say how much is taken. */
export type LimitKey = Extract<UnavailableKey, "WEIGHT_LIMIT" | "VOLUME_LIMIT">;

/** What a shop shows, in one language: whole sentences to a buyer, who knows of no carrier, account or rule. */
export interface ReasonTexts {
  reasons: Readonly<Record<UnavailableKey, string>>;
  /** With `{limit}`, a number and its unit. */
  limits: Readonly<Record<LimitKey, string>>;
}
