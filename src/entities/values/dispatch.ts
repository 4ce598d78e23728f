import { Directive, Field, Int, ObjectType } from "type-graphql";
import { staffOnly } from "./access.js";
import { DateScalar, LocalTimeScalar } from "./scalars.js";
import type { StoredDispatch, StoredTransitDays } from "./stored-method-rules.js";

/** In the words of the type and of its input. */
export const dispatchText = {
  handlingDays: "Working days between the order and the day its packages leave.",
  cutOffTime: "Time of day in the sender's time zone: later orders count as orders of the next working day.",
  timeZone: "Time zone of the cut-off time, an IANA name such as Europe/Berlin.",
  blackoutDays: "Days on which no package leaves and the method is not offered.",
  transitDays: "Working days on the way that the merchant promises where no carrier says them.",
};

@ObjectType({ description: "Working days that packages are on the way." })
export class TransitDays implements StoredTransitDays {
  @Field(() => Int, { description: "Fewest days." })
  min!: number;

  @Field(() => Int, { description: "Most days." })
  max!: number;
}

@Directive(staffOnly)
@ObjectType({ description: "When packages of a shipping method leave, which moves the promised delivery day." })
export class ShippingMethodDispatch implements StoredDispatch {
  @Field(() => Int, { description: dispatchText.handlingDays })
  handlingDays!: number;

  @Field(() => LocalTimeScalar, { nullable: true, description: `${dispatchText.cutOffTime} Null: midnight.` })
  cutOffTime!: string | null;

  @Field(() => String, {
    nullable: true,
    description: `${dispatchText.timeZone} Null: that of the ship-from place.`,
  })
  timeZone!: string | null;

  @Field(() => [DateScalar], { description: dispatchText.blackoutDays })
  blackoutDays!: string[];

  @Field(() => TransitDays, { nullable: true, description: `${dispatchText.transitDays} Null: none are promised.` })
  transitDays?: TransitDays | null;
}
