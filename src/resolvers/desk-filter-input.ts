import { Field, ID, InputType } from "type-graphql";
import { DateScalar, DateTimeScalar } from "../entities/values/scalars.js";
import type { DeskFilter } from "../shipping/desk-filter.js";

/** What shipments and labels are filtered by alike. */
@InputType()
export abstract class DeskFilterInput implements DeskFilter {
  @Field(() => ID, { nullable: true, description: "Only those made with this shipping method." })
  shippingMethodId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only those of this carrier account." })
  carrierAccountId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only those of this service, for example UPS_GROUND. BAD_USER_INPUT for an unknown one.",
  })
  service?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Only those with a shipDate on this day or later: the chosen one, else the day they were bought. Drafts without one are in no range.",
  })
  shipDateFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Only those with a shipDate on this day or earlier." })
  shipDateTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only those to this country, ISO 3166-1 alpha-2: that of shipTo, for a return the merchant's. BAD_USER_INPUT for an unknown one.",
  })
  destinationCountryCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only shipments with exactly this tag, and their labels; as the tags are now.",
  })
  tag?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only those created at this time or later." })
  createdFrom?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only those created before this time." })
  createdBefore?: string | null;
}
