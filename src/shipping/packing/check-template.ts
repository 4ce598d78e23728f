import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { PackageTemplate } from "../../entities/package-template.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { checkLength } from "../check-length.js";
import type { ShippingDeps } from "../deps.js";
import { unknownPackageType } from "../unknown-words.js";
import { userError } from "../user-error.js";
import { checkSides, checkWeight } from "./check-measures.js";
import { inNanograms, sidesOf } from "./whole-units.js";

export type TemplateValues = Pick<
  PackageTemplate,
  "name" | "innerDimensions" | "outerDimensions" | "tareWeight" | "maxWeight" | "packageTypeCode"
>;

/** Everything that is wrong with a complete template. */
export function checkTemplate({ carriers }: Pick<ShippingDeps, "carriers">, values: TemplateValues) {
  const measures = [
    ...checkSides(values.innerDimensions, ["input", "innerDimensions"]),
    ...checkSides(values.outerDimensions, ["input", "outerDimensions"]),
    ...checkTare(values),
    ...checkWeight(values.maxWeight, ["input", "maxWeight"]),
  ];
  return [
    ...checkName(values.name),
    ...measures,
    ...(measures.length > 0 ? [] : [...checkInside(values), ...checkWeights(values)]),
    ...checkPackageType(values.packageTypeCode, [...carriers.values()]),
  ];
}

function checkName(name: string): ShippingUserError[] {
  const field = ["input", "name"];
  return name === "" ? [userError("REQUIRED", "The template's name is missing.", field)] : checkLength(name, field);
}

function checkTare({ tareWeight }: TemplateValues): ShippingUserError[] {
  return tareWeight.value === 0 ? [] : checkWeight(tareWeight, ["input", "tareWeight"]);
}

/** Side by side, since height is upwards inside and outside. */
function checkInside({ innerDimensions, outerDimensions }: TemplateValues): ShippingUserError[] {
  const outer = sidesOf(outerDimensions);
  return sidesOf(innerDimensions).flatMap((side, index) => {
    const name = (["length", "width", "height"] as const)[index]!;
    const message = `Inside it is longer than outside: compare outerDimensions.${name}.`;
    return side <= outer[index]! ? [] : [userError("INVALID", message, ["input", "innerDimensions", name])];
  });
}

function checkWeights({ tareWeight, maxWeight }: TemplateValues): ShippingUserError[] {
  if (inNanograms(tareWeight) < inNanograms(maxWeight)) return [];
  return [userError("INVALID", "Empty it weighs as much as it may at most.", ["input", "tareWeight", "value"])];
}

function checkPackageType(code: string, carriers: CarrierAdapter[]): ShippingUserError[] {
  const catalogues = carriers.map(({ catalogue }) => catalogue);
  const types = catalogues.flatMap((catalogue) => catalogue.packageTypes(null));
  if (types.some((type) => type.code === code)) return [];
  return [userError("INVALID", unknownPackageType(code, ...catalogues), ["input", "packageType"])];
}
