import { Arg, Ctx, Directive, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { buyersAndReaders } from "../../entities/values/access.js";
import { billableText } from "../../shipping/packing/billable-text.js";
import type { PackingPlan, PlannedBox } from "../../shipping/packing/packing-plan.js";
import { planPacking } from "../../shipping/packing/plan-packing.js";
import { PackItemsInput } from "./packing-inputs.js";
import { PackItemsPayload, type PackingBillableWeight, type PackingBox } from "./packing-payload.js";

@Resolver()
export class PackItemsResolver {
  @Directive(buyersAndReaders)
  @Query(() => PackItemsPayload, {
    nullable: true,
    description:
      "Plans packages for goods: few and small boxes of the package templates in which nothing overlaps, sticks out or is too heavy. Asks no carrier and stores nothing; equal requests give equal plans. Packages that are given to other fields are never packed again. Codes: REQUIRED, INVALID, TOO_LONG, NOT_FOUND, NOT_ALLOWED.",
  })
  async packItems(
    @Arg("input", () => PackItemsInput, { description: "The goods, and what to pack them into." })
    input: PackItemsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<PackItemsPayload> {
    const { value, userErrors } = await planPacking(deps, actor, input);
    if (value === null) return { boxes: [], unpacked: [], userErrors };
    return { boxes: packingBoxes(value), unpacked: value.unpacked, userErrors };
  }
}

/** The boxes of a plan as they are answered. */
export function packingBoxes({ items, boxes }: PackingPlan): PackingBox[] {
  return boxes.map((box) => ({
    ...box,
    packageTemplate: box.template,
    billableWeight: billableWeightOf(box),
    items: box.items.map((boxed) => {
      const { productId = null, sku = null, description } = items[boxed.itemIndex]!;
      return { ...boxed, productId, sku, description };
    }),
  }));
}

function billableWeightOf({ billable, dimensions }: PlannedBox): PackingBillableWeight {
  const { weight, basis, dimensional } = billable;
  return {
    weight,
    basis,
    dimensionalWeight: dimensional?.weight ?? null,
    divisor: dimensional?.divisor.value ?? null,
    explanation: billableText(billable, dimensions),
  };
}
