import { Directive, Field, ObjectType } from "type-graphql";
import { staffOnly } from "./access.js";
import { ShippingErrorCode } from "./enums.js";
import { PriceChange } from "./price-change.js";

@ObjectType({
  description:
    "An error that the caller can correct, or a refusal by the carrier. Returned beside the result, not as a GraphQL error.",
})
export class ShippingUserError {
  @Field(() => ShippingErrorCode, { description: "Machine-readable code: decide on this." })
  code!: ShippingErrorCode;

  @Field(() => String, { description: "Explanation in English for display; the wording may change." })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      "Path of the field at fault, starting with `input`; list positions count from 0. Null: no single field.",
  })
  field!: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "The carrier's own error code; null: the carrier did not refuse.",
  })
  carrierErrorCode!: string | null;

  @Directive(staffOnly)
  @Field(() => PriceChange, {
    nullable: true,
    description: "With PRICE_CHANGED: the accepted price and the price now; null: any other error.",
  })
  priceChange?: PriceChange | null;
}
