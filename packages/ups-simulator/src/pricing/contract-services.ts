/**
 * Services that UPS sells by contract, prices only when they are asked for by name, and takes one package of.
 * 17 and 72: Rating.yaml and Shipping.yaml, v2409 (ounces alone for 17; every example starts in the United States).
 * 92 and 93 stand in no REST specification: UPS's older guides and integrators (92 is for 1 to 15.9 ounces, in ounces;
 * 93 from a pound on, in pounds; 70 lb, and 130 in of length and girth, are what the Postal Service takes at the end).
 */
export interface ContractService {
  goes: "INSIDE_UNITED_STATES" | "ABROAD";
  weightUnit: "OZS" | "LBS";
  /** In the unit of the weight. */
  lightest: number;
  heaviest: number;
  /** Length and girth in inches; absent: as any package. */
  largest?: number;
}

const groundSaver = { goes: "INSIDE_UNITED_STATES", largest: 130 } as const;

const contractServices: ReadonlyMap<string, ContractService> = new Map([
  ["92", { ...groundSaver, weightUnit: "OZS", lightest: 0.1, heaviest: 15.9 }],
  ["93", { ...groundSaver, weightUnit: "LBS", lightest: 1, heaviest: 70 }],
  ["17", { goes: "ABROAD", weightUnit: "OZS", lightest: 0.1, heaviest: 1120 }],
  ["72", { goes: "ABROAD", weightUnit: "LBS", lightest: 0.1, heaviest: 70 }],
] as const);

export function contractService(serviceCode: string): ContractService | null {
  return contractServices.get(serviceCode) ?? null;
}

/** Parcels of the United States that stay there, or leave it with its territories that UPS counts as its own. */
export function reaches({ goes }: ContractService, from: string, to: string): boolean {
  if (from !== "US") return false;
  return goes === "INSIDE_UNITED_STATES" ? to === "US" : to !== "US" && to !== "PR";
}
