import { Field, ObjectType } from "type-graphql";
import { ShippingErrorCode } from "./enums.js";

@ObjectType({
  description:
    "Something the caller can put right, or the carrier's refusal. Errors are data: they arrive beside the result.",
})
export class ShippingUserError {
  @Field(() => ShippingErrorCode, { description: "What is wrong; decide on this." })
  code!: ShippingErrorCode;

  @Field(() => String, { description: "For people; the wording may change." })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Path in the input, from `input` on; list positions count from 0. Null: no single field.",
  })
  field!: string[] | null;

  @Field(() => String, { nullable: true, description: "The carrier's own error number, when the carrier refused." })
  carrierErrorCode!: string | null;
}
