import { Arg, Ctx, Directive, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { staffOnly } from "../../entities/values/access.js";
import { listServiceOptions } from "../../shipping/rate/list-service-options.js";
import { CarrierServiceOptionsPayload } from "./service-option.js";
import { CarrierServiceOptionsInput } from "./service-option-inputs.js";

@Resolver()
export class CarrierServiceOptionsResolver {
  @Directive(staffOnly)
  @Query(() => CarrierServiceOptionsPayload, {
    nullable: true,
    description:
      "Which of the carrier's extra services the lane allows, and why not. Known here: the carrier is not asked. Codes: REQUIRED, INVALID, NOT_FOUND.",
  })
  async carrierServiceOptions(
    @Arg("input", () => CarrierServiceOptionsInput, { description: "Which lane, with what." })
    input: CarrierServiceOptionsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierServiceOptionsPayload> {
    const { value, userErrors } = await listServiceOptions(deps, actor, input);
    return { options: value ?? [], userErrors };
  }
}
