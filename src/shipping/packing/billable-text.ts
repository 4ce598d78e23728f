import type { BillableWeight } from "../../carrier/packaging.js";
import type { PackageDimensions } from "../../entities/values/measures.js";

const unitNames = { LB: "lb", KG: "kg", OZ: "oz", IN: "in", CM: "cm" } as const;

/** Why a package is billed by this weight, for display. */
export function billableText({ weight, basis, dimensional }: BillableWeight, size: PackageDimensions | null): string {
  const billed = `${weight.value} ${unitNames[weight.unit]}`;
  if (dimensional === null) {
    return `It weighs ${billed}; ${size ? "its size does not count" : "its size is not known"}.`;
  }
  const { divisor, weight: bySize } = dimensional;
  const unit = unitNames[divisor.volumeUnit];
  const perWeight = `at ${divisor.value} cubic ${unit} to the ${unitNames[divisor.weightUnit]}`;
  const stands = `its size stands for ${bySize.value} ${unitNames[bySize.unit]}, ${perWeight}`;
  return basis === "DIMENSIONAL"
    ? `It weighs less, but ${stands}.`
    : `It weighs ${billed}; ${stands}, which is not more.`;
}
