import type { CarrierProduct } from "../../../carrier/products.js";
import type { CarrierAccount } from "../../../entities/carrier-account.js";

/**
 * How it is known that a step was done. PERSON: somebody says so, or the account holds what the step gives. CARRIER: the
 * product answered; `failsWith` is the step that its checks name when this one is to be repeated, `isEntered` says that
 * the account holds what the step gives in any case. DISCOUNTS and METHOD: the account's rates, its shipping methods.
 */
export type StepEvidence =
  | { by: "PERSON"; record: keyof CarrierAccount | null }
  | { by: "CARRIER"; product: CarrierProduct; failsWith: string; isEntered: boolean }
  | { by: "DISCOUNTS" | "METHOD" };

/** One step of the way from no account to labels. */
export interface SetupGuideStep {
  key: string;
  title: string;
  /** What to do, with the portal's own words for what is to be clicked or chosen. */
  instruction: string;
  /** Where; null: here, or on the page that the step before led to. */
  url: string | null;
  isRequired: boolean;
  evidence: StepEvidence;
}

export interface SetupGuideGroup {
  title: string;
  /** In the order a person takes them. */
  steps: readonly SetupGuideStep[];
}

export const upsPortal = "https://www.ups.com/";
export const upsDeveloperPortal = "https://developer.ups.com/";

/** `record`: the column of the account that holds what the step gives. */
export const toldByPerson = (record: keyof CarrierAccount | null = null): StepEvidence => ({ by: "PERSON", record });

export function isVerifiable({ evidence }: SetupGuideStep): boolean {
  return evidence.by !== "PERSON";
}
