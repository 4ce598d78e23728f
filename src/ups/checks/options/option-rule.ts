import type { ServiceOption, ServiceOptionCode } from "../../../carrier/service-options.js";
import type { ShipmentDetails } from "../../../carrier/shipment-details.js";
import type { ServiceRow } from "../../words/codes.js";
import type { Lane } from "../../words/lanes.js";
import type { Path } from "../../words/problems.js";

/** What decides whether UPS has an option. */
export interface OptionTerms {
  lane: Lane;
  /** Null: none is chosen. */
  service: ServiceRow | null;
  /** Our package types; empty: not known. */
  packageTypes: string[];
}

export type Verdict = { reason: string } | Partial<Pick<ServiceOption, Limits>>;
type Limits = "level" | "minimum" | "maximum" | "currencyCodes" | "funds" | "note";

/** One row of the table that both answers questions and refuses shipments. */
export interface OptionRule {
  code: ServiceOptionCode;
  judge(terms: OptionTerms): Verdict;
  /** Where a shipment asks for it; null: it does not. Left out: nothing to refuse, or another check does. */
  askedAt?(details: ShipmentDetails): Path | null;
}

export const available = {};

export function isRefusal(verdict: Verdict): verdict is { reason: string } {
  return "reason" in verdict;
}

export function laneInWords({ from, to }: Lane): string {
  return from === to ? `inside ${from}` : `from ${from} to ${to}`;
}
