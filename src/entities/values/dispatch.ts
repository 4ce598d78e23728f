import { Directive, Field, Int, ObjectType } from "type-graphql";
import { staffOnly } from "./access.js";
import { DateScalar, LocalTimeScalar } from "./scalars.js";
import type { StoredDispatch } from "./stored-method-rules.js";

/** In the words of the type and of its input. */
export const dispatchText = {
  handlingDays: "Working days between the order and the day its packages leave.",
  cutOffTime: "Time of day in the sender's time zone: later orders count as orders of the next working day.",
  timeZone: "Time zone of the cut-off time, an IANA name such as Europe/Berlin.",
  blackoutDays: "Days on which no package leaves.",
};

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
}
