import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { CarrierProductCheck } from "../../entities/carrier-product-check.js";
import { failedStep } from "../../shipping/account/setup/account-setup.js";
import { findSetupStep, setupGuideOf } from "../../shipping/account/setup/setup-guide.js";
import { SetupStep } from "./setup-step.js";

@Resolver(() => CarrierProductCheck)
export class CarrierProductCheckResolver {
  @FieldResolver(() => SetupStep, {
    nullable: true,
    description: "The setup step to repeat; null: the product works, was not checked, or could not be reached.",
  })
  setupStep(@Root() { account, setupStepKey }: CarrierProductCheck, @Ctx() { deps }: Context): SetupStep | null {
    const step = account ? findSetupStep(setupGuideOf(deps, account.carrierCode), setupStepKey) : null;
    return step && failedStep(step);
  }
}
