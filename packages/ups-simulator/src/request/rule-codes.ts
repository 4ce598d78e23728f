import { Refusal } from "../answer.js";

/** Rate and Ship enforce many of the same rules under different numbers. */
export interface RuleCodes {
  mixedMeasures: string;
  wrongMeasures: string;
  packageWeight: string;
  lengthInInches: string;
  lengthInCm: string;
  /** Length and girth. */
  size: string;
  packaging: string;
  serviceFromOrigin: string;
  serviceOnLane: string;
  optionUnavailable: string;
  shipperNumber: string;
}

export const rateCodes: RuleCodes = {
  mixedMeasures: "110548",
  wrongMeasures: "111057",
  packageWeight: "110601",
  lengthInInches: "111055",
  lengthInCm: "111056",
  size: "111050",
  packaging: "111500",
  serviceFromOrigin: "111100",
  serviceOnLane: "111210",
  optionUnavailable: "111211",
  shipperNumber: "112111",
};

/** UPS's own Ship numbers for mixed measures, weight and packaging are not in evidence: Rate's stand in. */
export const shipCodes: RuleCodes = {
  mixedMeasures: "110548",
  wrongMeasures: "121057",
  packageWeight: "110601",
  lengthInInches: "121056",
  lengthInCm: "121055",
  size: "121050",
  packaging: "111500",
  serviceFromOrigin: "121100",
  serviceOnLane: "121210",
  optionUnavailable: "121211",
  shipperNumber: "120100",
};

/** The generic refusal for a field that has no number of its own. */
export function requireField(isThere: boolean, path: string): void {
  if (!isThere) throw new Refusal("20007", `Missing required field ${path}.`);
}

/** The generic refusal for a value outside its documented bounds. */
export function requireBounds(isWithin: boolean, path: string): void {
  if (!isWithin) throw new Refusal("10006", `The value of ${path} breaks its constraints.`);
}
