import type { OperationName } from "./operation-name.js";
import type { JourneyName } from "./products/tracking/journey-name.js";

/** Where a magic value is looked for. */
export type ScenarioPlace =
  | "client id"
  | "client secret"
  | "account number"
  | "recipient postal code"
  | "recipient city"
  | "recipient name"
  | "reference";

export type ScenarioEffect =
  | { refuse: { operations: OperationName[]; status: number; code: string; message: string }[] }
  | { bindsAccount: true }
  | { tokenSeconds: number }
  | { notEnrolled: true }
  | { paperlessInvoice: true }
  | { knowsStates: string[] }
  | { oddLocations: true }
  | { shopsByContract: true }
  | { journey: JourneyName }
  | { alert: { code: string; message: string } };

export interface Scenario {
  place: ScenarioPlace;
  match: "is" | "contains" | "ends with";
  value: string;
  effect: ScenarioEffect;
  /** What happens, for the table in the README. */
  meaning: string;
}

/** A refusal of these operations. */
export const refuse = (operations: OperationName[], code: string, message: string, status = 400) => ({
  operations,
  status,
  code,
  message,
});
