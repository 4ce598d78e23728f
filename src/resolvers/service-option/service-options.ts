import { Arg, Ctx, Directive, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { readers } from "../../entities/values/access.js";
import { listServiceOptions } from "../../shipping/rate/list-service-options.js";
import { CarrierServiceOptionsPayload } from "./service-option.js";
import { CarrierServiceOptionsInput } from "./service-option-inputs.js";

@Resolver()
export class CarrierServiceOptionsResolver {
  @Directive(readers)
  @Query(() => CarrierServiceOptionsPayload, {
    nullable: true,
    description:
      "Extra services of the carrier on a lane, with the reason where one is not available. Answered from stored rules, without calling the carrier. Codes: REQUIRED, INVALID, NOT_FOUND.",
  })
  async carrierServiceOptions(
    @Arg("input", () => CarrierServiceOptionsInput, { description: "The lane to look up." })
    input: CarrierServiceOptionsInput,
    @Ctx() { deps, actor }: Context,
  ): Promise<CarrierServiceOptionsPayload> {
    const { value, userErrors } = await listServiceOptions(deps, actor, input);
    return { options: value ?? [], userErrors };
  }
}
