import type { PersonalDataKind } from "../../entities/values/erasure-enums.js";
import type { Postponed } from "./why-postponed.js";

/** What a call came to. */
export interface Erasure {
  counts: Record<PersonalDataKind, number>;
  postponed: Postponed[];
  /** False: there may be more; the same call goes on. */
  isComplete: boolean;
}
