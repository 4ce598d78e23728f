import { FieldResolver, Resolver, Root } from "type-graphql";
import { CarrierProductCheck } from "../../entities/carrier-product-check.js";
import { failedStep } from "../../shipping/account/setup/account-setup.js";
import { findSetupStep } from "../../shipping/account/setup/setup-guide.js";
import { SetupStep } from "./setup-step.js";

@Resolver(() => CarrierProductCheck)
export class CarrierProductCheckResolver {
  @FieldResolver(() => SetupStep, {
    nullable: true,
    description:
      "The step of the setup guide to repeat; null: none, the product answered, was not checked or is out of reach.",
  })
  setupStep(@Root() check: CarrierProductCheck): SetupStep | null {
    const step = findSetupStep(check.setupStepKey ?? "");
    return step && failedStep(step);
  }
}
