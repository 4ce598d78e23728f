import { Field, ObjectType, registerEnumType } from "type-graphql";
import { UrlScalar } from "../../entities/values/scalars.js";

export const SetupStepState = {
  TO_DO: "TO_DO",
  CONFIRMED: "CONFIRMED",
  VERIFIED: "VERIFIED",
  FAILED: "FAILED",
} as const;

registerEnumType(SetupStepState, {
  name: "SetupStepState",
  description: "Where a step of the setup guide stands.",
  valuesConfig: {
    TO_DO: { description: "Not done, as far as is known." },
    CONFIRMED: { description: "A person said that it is done." },
    VERIFIED: { description: "The carrier's answers show that it is done." },
    FAILED: { description: "The carrier's answers show that it is not done, or not done right: repeat it." },
  },
});

@ObjectType({ description: "One step in the carrier's portals that no API can take: what a person does there." })
export class SetupStep {
  @Field(() => String, { description: "Stable key of the step, for example ADD_PRODUCT_RATING." })
  key!: string;

  @Field(() => String, { description: "The step in a few words." })
  title!: string;

  @Field(() => String, { description: "What to do, in the portal's own words where something is to be chosen." })
  instruction!: string;

  @Field(() => UrlScalar, { nullable: true, description: "Where; null: on the page the step before led to." })
  url!: string | null;

  @Field(() => Boolean, { description: "Whether labels cannot be bought without it." })
  isRequired!: boolean;

  @Field(() => Boolean, { description: "Whether validateCarrierAccount can tell that it was done." })
  isVerifiable!: boolean;

  @Field(() => SetupStepState, { description: "Where it stands." })
  state!: keyof typeof SetupStepState;
}
