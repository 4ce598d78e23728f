import { Field, InputType, Int } from "type-graphql";
import { dispatchText } from "../../entities/values/dispatch.js";
import { DateScalar, LocalTimeScalar } from "../../entities/values/scalars.js";
import type { StoredTransitDays } from "../../entities/values/stored-method-rules.js";
import { mostEntries } from "../../shipping/method/check-list.js";
import { type DispatchInput, mostHandlingDays, mostTransitDays } from "../../shipping/method/dispatch.js";
import { nullRule } from "../cleared-fields.js";

@InputType({ description: "Working days that packages are on the way." })
export class TransitDaysInput implements StoredTransitDays {
  @Field(() => Int, { description: "Fewest days, zero or more." })
  min!: number;

  @Field(() => Int, { description: `Most days, not fewer than the fewest; at most ${mostTransitDays}.` })
  max!: number;
}

@InputType({
  description: `When packages of a shipping method leave, which moves the promised delivery day. In changes: ${nullRule("all but the handling days")} A new method takes null for absent.`,
})
export class ShippingMethodDispatchInput implements DispatchInput {
  @Field(() => Int, {
    nullable: true,
    description: `${dispatchText.handlingDays} At most ${mostHandlingDays}. Default: zero.`,
  })
  handlingDays?: number | null;

  @Field(() => LocalTimeScalar, { nullable: true, description: `${dispatchText.cutOffTime} Default: midnight.` })
  cutOffTime?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `${dispatchText.timeZone} Default: that of the ship-from place.`,
  })
  timeZone?: string | null;

  @Field(() => [DateScalar], {
    nullable: true,
    description: `${dispatchText.blackoutDays} At most ${mostEntries}, each once. Default: none.`,
  })
  blackoutDays?: string[] | null;

  @Field(() => TransitDaysInput, {
    nullable: true,
    description: `${dispatchText.transitDays} Default: none are promised.`,
  })
  transitDays?: TransitDaysInput | null;
}
