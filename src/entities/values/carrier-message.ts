import { Field, ObjectType } from "type-graphql";
import { CarrierMessageSeverity } from "./enums.js";

@ObjectType({ description: "What the carrier said, in its own words. For people: decide on codes, not on the text." })
export class CarrierMessage {
  @Field(() => String, { description: "The carrier's own number of the message." })
  carrierErrorCode!: string;

  @Field(() => CarrierMessageSeverity, { description: "How serious it is." })
  severity!: CarrierMessageSeverity;

  @Field(() => String, { description: "The carrier's text." })
  text!: string;
}
