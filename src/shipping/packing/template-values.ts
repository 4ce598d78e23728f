import type { ShippingUserError } from "../../entities/values/user-error.js";
import { refuseAny } from "../result.js";
import { userError } from "../user-error.js";
import type { TemplateValues } from "./check-template.js";
import type { TemplateChanges } from "./template-input.js";

/** What is given over what is stored; of a new one null. Throws a `Refusal` REQUIRED for what is missing, also units. */
export function templateValues(input: TemplateChanges, stored: TemplateValues | null): TemplateValues {
  const inner = measured(input.innerDimensions) ?? stored?.innerDimensions;
  const outer = measured(input.outerDimensions) ?? stored?.outerDimensions ?? inner;
  const most = measured(input.maxWeight) ?? stored?.maxWeight;
  const missing = [
    ...(input.innerDimensions || inner ? [] : [required("innerDimensions")]),
    ...(input.maxWeight || most ? [] : [required("maxWeight")]),
    ...(["innerDimensions", "outerDimensions", "tareWeight", "maxWeight"] as const)
      .filter((part) => input[part] && !input[part].unit)
      .map((part) =>
        userError("REQUIRED", "Say the unit: no method stands behind a template.", ["input", part, "unit"]),
      ),
  ];
  refuseAny(missing);
  if (!inner || !outer || !most) throw new Error("What is missing was refused.");
  return {
    name: (input.name ?? stored?.name ?? "").trim(),
    innerDimensions: inner,
    outerDimensions: outer,
    tareWeight: measured(input.tareWeight) ?? stored?.tareWeight ?? { value: 0, unit: most.unit },
    maxWeight: most,
    packageTypeCode: (input.packageType ?? stored?.packageTypeCode ?? "").trim(),
  };
}

const required = (part: string): ShippingUserError => userError("REQUIRED", "It is missing.", ["input", part]);

/** Plain, since inputs are objects of classes. Undefined: not given, or without its unit. */
function measured<M extends { unit?: string | null }>(input: M | null | undefined) {
  if (!input?.unit) return undefined;
  return { ...input } as M & { unit: NonNullable<M["unit"]> };
}
