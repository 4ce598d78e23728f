import { Field, ObjectType } from "type-graphql";
import { CarrierMessageSeverity } from "./enums.js";

@ObjectType({
  description: "A message from the carrier, or about its answer. For display: decide on codes, not on the text.",
})
export class CarrierMessage {
  @Field(() => String, { description: "The carrier's own code of the message." })
  carrierErrorCode!: string;

  @Field(() => CarrierMessageSeverity, { description: "Whether it is information, a warning or an error." })
  severity!: CarrierMessageSeverity;

  @Field(() => String, { description: "Text of the message, mostly in the carrier's own words." })
  text!: string;
}
